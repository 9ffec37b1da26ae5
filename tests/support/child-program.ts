import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const built = (program: string) => resolve(import.meta.dirname, '../../dist/server', `${program}.js`);

/** A built program of ours as a process of its own, as operators run it. */
export class ChildProgram {
  private constructor(
    private readonly child: ChildProcess,
    /** What it wrote so far, line by line. */
    readonly said: readonly string[],
  ) {}

  /**
   * Starts a program and waits until it says that it is ready.
   * @param ready a line that holds this means ready
   * @throws Error with what it said, when it ends instead
   */
  static async start(
    program: 'api' | 'worker',
    environment: Record<string, string>,
    ready: string,
  ): Promise<ChildProgram> {
    const child = spawn(process.execPath, [built(program)], {
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    child.stderr.on('data', (words: Buffer) => said.push(words.toString()));
    const isReady = new Promise<void>((resolve, reject) => {
      createInterface({ input: child.stdout })
        .on('line', (line) => {
          said.push(line);
          if (line.includes(ready)) resolve();
        })
        .once('close', () => reject(new Error(`${program} ended before it was ready: ${said.join('\n')}`)));
    });
    await isReady;
    return new ChildProgram(child, said);
  }

  /**
   * Ends it as an operator would, or with `SIGKILL` as a power cut would. Safe to repeat.
   * @returns its exit code; null when it was killed
   */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = once(this.child, 'exit');
      this.child.kill(signal);
      await gone;
    }
    return this.child.exitCode;
  }
}
