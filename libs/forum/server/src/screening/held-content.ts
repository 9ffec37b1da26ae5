import type { HeldContent } from '@kundig/pseudonyms/server';
import type { EditPost } from '../posts/edit-post.service.js';
import type { Reply } from '../posts/reply.service.js';
import type { StartThread } from '../threads/start-thread.service.js';

/** What somebody sent and a moderator has not let through yet. */
export type HeldWrite =
  | ({ readonly kind: 'reply' } & Reply)
  /** What an asker answered by mail: published, it is the solution of the question. */
  | ({ readonly kind: 'self-solved' } & Reply)
  | ({ readonly kind: 'thread'; readonly threadKind: StartThread['kind'] } & Omit<StartThread, 'kind'>)
  | ({ readonly kind: 'edit' } & EditPost);

const KINDS: readonly unknown[] = ['reply', 'self-solved', 'thread', 'edit'] satisfies HeldWrite['kind'][];

/** @returns what was kept, as it was sent; null where it is not for the forum */
export const heldWriteOf = (content: HeldContent): HeldWrite | null =>
  KINDS.includes(content.kind) ? (content as unknown as HeldWrite) : null;
