import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Post, Thread } from '@kundig/forum/server';
import { plainTextOfHtml } from '@kundig/platform/server';
import type { SearchDocument, ThreadFacts } from '../engine/search-engine.js';

/** Raised when documents are made in another way: every document then counts as outdated. */
const DOCUMENT_VERSION = 1;

/** Makes what an engine stores from what the forum holds. */
@Injectable()
export class DocumentFactory {
  /** Whether anybody may find the post by searching: neither it nor its thread is withdrawn. */
  isFindable(thread: Thread, post: Post): boolean {
    return !post.isStub && this.isListed(thread);
  }

  /** Whether anything of the thread may be found. */
  isListed(thread: Thread): boolean {
    return thread.hiddenAt === null && thread.deletedAt === null;
  }

  thread(thread: Thread): ThreadFacts {
    return {
      threadId: thread.id,
      boardId: thread.boardId,
      title: thread.title,
      tags: thread.tags,
      threadKind: thread.kind,
      threadState: stateOf(thread),
      sameProblems: powerOfTwoBelow(thread.sameProblemCount),
      threadDigest: this.threadDigest(thread),
    };
  }

  document(thread: Thread, post: Post): SearchDocument {
    return {
      ...this.thread(thread),
      postId: post.id,
      authorId: post.authorId,
      isOpening: post.kind === 'opening',
      isSolution: post.solutionAt !== null,
      lang: post.lang,
      body: bodyOf(thread, post),
      createdAt: post.createdAt,
      postDigest: this.postDigest(post),
    };
  }

  /** The same as long as the document of the thread's posts need not change for the thread's sake. */
  threadDigest(thread: Thread): string {
    const { boardId, title, tags, kind, sameProblemCount } = thread;
    // Left out where nobody shares the problem: documents from before it was counted are as they should be.
    const shared = sameProblemCount > 0 ? [String(powerOfTwoBelow(sameProblemCount))] : [];
    return digest(boardId, title, JSON.stringify(tags), kind, stateOf(thread), ...shared);
  }

  /** The same as long as the document of the post need not change for the post's sake. Cheap: reads no markup. */
  postDigest({ authorId, bodyHtml, lang, solutionAt, createdAt }: Post): string {
    return digest(authorId ?? '', bodyHtml, lang, String(solutionAt !== null), createdAt.toISOString());
  }
}

/** The text of a post; the opening one is found by what the board asked beside it, too, which never changes. */
function bodyOf({ details }: Thread, { kind, bodyHtml }: Post): string {
  const asked = kind === 'opening' ? details.map(({ value }) => value) : [];
  return [plainTextOfHtml(bodyHtml), ...asked].join('\n');
}

function stateOf({ kind, solutionCount, replyCount }: Thread): ThreadFacts['threadState'] {
  if (kind === 'discussion') return 'none';
  if (solutionCount > 0) return 'solved';
  return replyCount > 0 ? 'open' : 'unanswered';
}

/** 0, 1, 2, 2, 4 … for 0, 1, 2, 3, 4 … */
const powerOfTwoBelow = (count: number): number => (count === 0 ? 0 : 2 ** Math.floor(Math.log2(count)));

const digest = (...parts: string[]): string =>
  createHash('sha256')
    .update([DOCUMENT_VERSION, ...parts].join('\0'))
    .digest('base64url')
    .slice(0, 22);
