import type { Post } from '@kundig/forum/server';
import type { CacheTag } from '@kundig/platform/server';

/** @returns the cached pages that show a post's kudos: its thread, and the sum on the page of its author */
export const pagesShowing = ({ threadId, authorId }: Pick<Post, 'threadId' | 'authorId'>): CacheTag[] =>
  authorId === null ? [`thread:${threadId}`] : [`thread:${threadId}`, `member:${authorId}`];
