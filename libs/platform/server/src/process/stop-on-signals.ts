/**
 * Ends the process in order at Ctrl-C or when its supervisor says so. Not once: npm passes Ctrl-C on to a process that the
 * terminal has already told, and the second must not cut the first short.
 * @param stop   called once
 * @param report told what went wrong on the way; the process then ends with 1
 */
export function stopOnSignals(stop: () => Promise<void>, report: (problem: unknown) => void): void {
  let stopping: Promise<void> | undefined;
  const end = () =>
    (stopping ??= stop().then(
      () => process.exit(0),
      (problem: unknown) => {
        report(problem);
        process.exit(1);
      },
    ));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
}
