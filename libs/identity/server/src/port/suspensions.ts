import type { Suspension } from '@kundig/platform/server';

/** A suspension as it passes the port. */
export interface SuspensionView {
  /** For whom is suspended. */
  readonly reason: string;
  /** ISO 8601; null until it is lifted. */
  readonly endsAt: string | null;
  /** Where the persona it was imposed on speaks; null where it was imposed under the nickname. */
  readonly threadIds: readonly string[] | null;
}

/**
 * What keeps somebody from writing. One that was imposed on a persona binds the whole account, but for people with a role:
 * nobody may suspend them without knowing whom, and nobody may learn by it that they have one. Them it binds where it speaks.
 * @param held       those in force
 * @param appointed  whether the person holds a role
 * @param threadId   where they would write; absent for writes outside of threads
 * @returns the one that ends last; null when nothing keeps them
 */
export function suspensionOf(
  held: readonly SuspensionView[],
  { appointed, threadId = null }: { appointed: boolean; threadId?: string | null },
): Suspension | null {
  const binds = ({ threadIds }: SuspensionView): boolean =>
    !appointed || threadIds === null || (threadId !== null && threadIds.includes(threadId));
  const binding = held.filter(binds);
  const [last] = binding.sort((a, b) => endOf(b) - endOf(a));
  return last ? { reason: last.reason, endsAt: last.endsAt === null ? null : new Date(last.endsAt) } : null;
}

const endOf = ({ endsAt }: SuspensionView): number => (endsAt === null ? Infinity : Date.parse(endsAt));
