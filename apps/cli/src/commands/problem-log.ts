import type { ImportProblem } from '@kundig/importer/server';
import type { Terminal } from '../terminal.js';

/** Lines an operator reads; the rest is only counted. */
const MOST_LINES = 1_000;

/** Says of every bad row once where it stands and what is wrong with it. */
export class ProblemLog {
  private readonly seen = new Set<string>();

  constructor(private readonly terminal: Terminal) {}

  get count(): number {
    return this.seen.size;
  }

  /** Threads are read once for themselves and once for their links, so a problem may come twice. */
  add({ file, line, code, reason }: ImportProblem): void {
    const text = `${file}:${line}: ${code}: ${reason}`;
    if (this.seen.has(text)) return;
    this.seen.add(text);
    if (this.seen.size <= MOST_LINES) this.terminal.complain(text);
    else if (this.seen.size === MOST_LINES + 1)
      this.terminal.complain('… further problems are only counted.');
  }
}
