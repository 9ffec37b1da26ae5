import type { Finding, GuardSettings, HidingWords } from '@kundig/leak-guard/rules';
import type { GuardResult, GuardTask } from './guard-work.js';

/** How long an answer is waited for; then the text goes on, and the server's own look has to do. */
const PATIENCE_MILLISECONDS = 3_000;

/** The rules at work in a worker of their own, so that typing never waits for them. */
export class Guard {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, (result: never) => void>();
  private last = 0;
  private isBroken = false;

  /** @throws where the browser lets no worker run */
  constructor() {
    this.worker = new Worker(new URL('./guard-worker.ts', import.meta.url), { type: 'module' });
    this.worker.onmessage = ({ data: [id, result] }: MessageEvent<[number, never]>) => {
      this.waiting.get(id)?.(result);
      this.waiting.delete(id);
    };
    this.worker.onerror = () => {
      this.isBroken = true;
      for (const answer of this.waiting.values()) answer(null as never);
    };
  }

  /** @returns the findings of each text; null when the worker gives no answer */
  look(texts: readonly string[], settings: GuardSettings): Promise<Finding[][] | null> {
    return this.ask({ task: 'look', texts, settings });
  }

  /** @returns the text with words for what was found; null when the worker gives no answer */
  hide(text: string, findings: readonly Finding[], words: HidingWords): Promise<string | null> {
    return this.ask({ task: 'hide', text, findings, words });
  }

  /** Ends the worker; open questions stay without an answer. */
  close(): void {
    this.worker.terminate();
  }

  private ask<Task extends GuardTask>(task: Task): Promise<GuardResult<Task['task']> | null> {
    if (this.isBroken) return Promise.resolve(null);
    const id = (this.last += 1);
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      setTimeout(() => resolve(null), PATIENCE_MILLISECONDS);
      this.worker.postMessage([id, task]);
    });
  }
}
