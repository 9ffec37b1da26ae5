import { SingleBar, Presets } from 'cli-progress';

/** How far a long step is. */
export interface Progress {
  update(done: number): void;
  /** Ends it where it is. */
  stop(): void;
}

/** Where a command speaks to the operator. */
export interface Terminal {
  line(text: string): void;
  /** What went wrong or was left out. */
  complain(text: string): void;
  /** A bar for people who watch, a line for every tenth for those who read later. */
  progress(label: string, total: number): Progress;
}

/** The terminal, pipe or log of this process. */
export class ProcessTerminal implements Terminal {
  line(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  complain(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  progress(label: string, total: number): Progress {
    return process.stdout.isTTY ? bar(label, total) : linesFor(this, label, total);
  }
}

function bar(label: string, total: number): Progress {
  const format = `${label} {bar} {percentage} % | {value} of {total} | {eta_formatted} left`;
  const single = new SingleBar({ format, stream: process.stdout, etaBuffer: 100 }, Presets.shades_classic);
  single.start(total, 0);
  return { update: (done) => single.update(done), stop: () => single.stop() };
}

/** @returns a progress in plain lines, ten for the whole */
export function linesFor(terminal: Pick<Terminal, 'line'>, label: string, total: number): Progress {
  let tenths = 0;
  return {
    update(done) {
      const reached = total === 0 ? 10 : Math.floor((done * 10) / total);
      if (reached <= tenths) return;
      tenths = reached;
      terminal.line(`${label}: ${done} of ${total}`);
    },
    stop: () => undefined,
  };
}
