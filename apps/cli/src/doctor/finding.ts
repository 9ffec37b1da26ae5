import { operatorSentence } from '@kundig/platform/server';

/** How bad something is; their places in this list are the exit codes of `kundig doctor`. */
export const LEVELS = ['ok', 'warning', 'fault'] as const;
export type Level = (typeof LEVELS)[number];

/** What one look showed. */
export interface Finding {
  /** What was looked at, in one word. */
  readonly check: string;
  readonly level: Level;
  /** One line for the operator; never a secret. */
  readonly text: string;
}

/** Looks at one thing: how bad it is and what to say; may throw for a fault. */
export type Look = () => readonly [Level, string] | Promise<readonly [Level, string]>;

/** @returns what the look showed; a fault in one sentence when it failed */
export async function examine(check: string, look: Look): Promise<Finding> {
  try {
    const [level, text] = await look();
    return { check, level, text };
  } catch (error) {
    const text = operatorSentence(error) ?? (error instanceof Error ? error.message : String(error));
    return { check, level: 'fault', text: text.replace(/\s+/g, ' ') };
  }
}

/** @returns the worst level among the findings */
export const worst = (findings: readonly Finding[]): Level =>
  LEVELS[Math.max(0, ...findings.map(({ level }) => LEVELS.indexOf(level)))]!;
