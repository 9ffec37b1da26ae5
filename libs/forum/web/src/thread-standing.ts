import type { ThreadStanding } from '@kundig/web-kit';

/** @returns the one word that says how a thread stands */
export function standingOf(thread: {
  kind: 'QUESTION' | 'DISCUSSION';
  solved: boolean;
  replyCount: number;
}): ThreadStanding {
  if (thread.kind === 'DISCUSSION') return 'discussion';
  if (thread.solved) return 'solved';
  return thread.replyCount === 0 ? 'unanswered' : 'open';
}
