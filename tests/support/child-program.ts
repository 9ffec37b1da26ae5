import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const built = (program: string) => resolve(import.meta.dirname, '../../dist/server', `${program}.js`);

/** A built program of ours as a process of its own, as operators run it. */
export class ChildProgram {
  private constructor(private readonly child: ChildProcess) {}

  /**
   * Starts a program and waits until it says that it is ready.
   * @param ready line that begins like this means ready
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
    const isReady = (async () => {
      for await (const line of createInterface({ input: child.stdout })) {
        said.push(line);
        if (line.startsWith(ready)) return child.stdout.resume();
      }
      throw new Error(`${program} ended before it was ready: ${said.join('\n')}`);
    })();
    await isReady;
    return new ChildProgram(child);
  }

  /** Ends it as an operator would, or with `SIGKILL` as a power cut would. Safe to repeat. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }
}
