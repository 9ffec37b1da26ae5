import { Injectable } from '@nestjs/common';
import {
  Clock,
  EventBus,
  PageInvalidation,
  REDACTED,
  Redactors,
  slugify,
  type Passage,
  type RedactedPosts,
  type RequestContext,
} from '@kundig/platform/server';
import { PostEdited } from '../forum.events.js';
import { PostRepository } from '../storage/post.repository.js';
import { SolutionProposalRepository } from '../storage/solution-proposal.repository.js';
import { PostRevisionRepository } from '../storage/post-revision.repository.js';
import type { Post } from '../storage/post.entity.js';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import { PostTexts } from './post-text.service.js';

/**
 * Takes a passage out of a post for good: out of what it says and said, out of what others quoted of it in the thread and in
 * threads split off, and out of every copy the domains keep. Who may do so is decided by the caller, in the caller's transaction.
 */
@Injectable()
export class PassageRemoval {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly revisions: PostRevisionRepository,
    private readonly proposals: SolutionProposalRepository,
    private readonly texts: PostTexts,
    private readonly redactors: Redactors,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns whether the post says or said the passage, or its thread does beside it where the post opens it; to moderators
   *          also whether an expert said it who proposed the post as the solution
   */
  async isIn(ctx: RequestContext, post: Post, thread: Thread, passage: Passage): Promise<boolean> {
    if (passage.isIn(post.bodyMd)) return true;
    if (post.kind === 'opening' && besideOpening(thread).some((text) => passage.isIn(text))) return true;
    const former = await this.revisions.saying(ctx, [post.id], passage.pattern);
    if (former.length > 0) return true;
    if (!ctx.actor.can('forum:moderate', thread.boardId)) return false; // the author does not see what experts said
    return (await this.proposals.reasonsFor(ctx, post.id)).some((reason) => passage.isIn(reason));
  }

  /**
   * @param reach.everywhere  see `RedactedPosts`; elsewhere than in the post's thread only quotations lose it
   * @param reach.relatedIds  keys of threads in which it may be quoted, too
   * @returns what is redacted now, by thread
   */
  async remove(
    tx: RequestContext,
    post: Post,
    passage: Passage,
    { everywhere, relatedIds }: { readonly everywhere: boolean; readonly relatedIds: readonly string[] },
  ): Promise<RedactedPosts[]> {
    const quoting = await this.posts.threadsSaying(tx, relatedIds, passage.pattern);
    const threads: Thread[] = []; // locked in one order by all
    for (const id of [post.threadId, ...quoting].sort()) threads.push(await this.threads.lock(tx, id));
    await this.posts.lock(tx, post.threadId, post.id);
    const redacted: RedactedPosts[] = [];
    for (const thread of threads) {
      const postIds = await this.removeFromPosts(tx, post, thread, passage);
      const posts = { threadId: thread.id, postIds, everywhere: everywhere && thread.id === post.threadId };
      await this.removeBeside(tx, post, thread, passage, posts);
      redacted.push(posts);
    }
    return redacted;
  }

  /** @returns keys of the posts of the thread that are redacted now, the post itself among them */
  private async removeFromPosts(
    tx: RequestContext,
    post: Post,
    thread: Thread,
    passage: Passage,
  ): Promise<string[]> {
    const redacted = thread.id === post.threadId ? [post.id] : [];
    for (const found of await this.posts.lockSaying(tx, thread.id, passage.pattern)) {
      const bodyMd =
        found.id === post.id ? passage.removeFrom(found.bodyMd) : passage.removeFromQuotes(found.bodyMd);
      if (bodyMd === found.bodyMd) continue;
      await this.posts.update(tx, found.id, {
        ...(await this.texts.written(tx, bodyMd)),
        lang: found.lang,
      });
      if (found.id !== post.id) redacted.push(found.id);
    }
    return redacted;
  }

  /** What follows for a thread whose posts have lost it. */
  private async removeBeside(
    tx: RequestContext,
    post: Post,
    thread: Thread,
    passage: Passage,
    redacted: RedactedPosts,
  ): Promise<void> {
    await this.removeFromRevisions(tx, post, thread, passage);
    await this.posts.redactHidingReasons(tx, redacted, passage.pattern, REDACTED);
    await this.proposals.redactReasons(tx, redacted, passage.pattern, REDACTED);
    await this.settleThread(tx, post, thread, passage, redacted.postIds);
    await this.redactors.redact(tx, passage, redacted);
    const events = redacted.postIds.map((postId) => new PostEdited({ threadId: thread.id, postId }));
    await this.events.emit(tx, this.clock.now(), ...events);
    await this.pages.drop(tx, 'home', 'search', `thread:${thread.id}`, `board:${thread.boardId}`);
  }

  private async removeFromRevisions(
    tx: RequestContext,
    post: Post,
    thread: Thread,
    passage: Passage,
  ): Promise<void> {
    for (const former of await this.revisions.sayingInThread(tx, thread.id, passage.pattern)) {
      const isOwn = former.postId === post.id;
      await this.revisions.replace(tx, {
        ...former,
        title: isOwn ? former.title && passage.removeFrom(former.title) : former.title,
        tags: isOwn ? former.tags && cleared(former.tags, passage) : former.tags,
        bodyMd: isOwn ? passage.removeFrom(former.bodyMd) : passage.removeFromQuotes(former.bodyMd),
      });
    }
  }

  /** What lists show of the thread follows from its posts. */
  private async settleThread(
    tx: RequestContext,
    post: Post,
    thread: Thread,
    passage: Passage,
    redactedIds: readonly string[],
  ): Promise<void> {
    const [solution] = await this.posts.solutions(tx, [thread.id]);
    await this.threads.update(tx, thread.id, this.texts.ofSolution(solution));
    const opening = await this.posts.lockOpening(tx, thread.id);
    if (!redactedIds.includes(opening.id)) return;
    const title = passage.removeFrom(thread.title);
    await this.threads.update(tx, thread.id, {
      excerpt: opening.isStub ? '' : this.texts.excerptOf(opening.bodyHtml),
      ...(opening.id === post.id && {
        ...{ title, slug: slugify(title, 'thema'), tags: cleared(thread.tags, passage) },
        details: thread.details.map((detail) => ({ ...detail, value: passage.removeFrom(detail.value) })),
      }),
    });
  }
}

/** What readers see of a thread beside its posts. */
const besideOpening = ({ title, tags, details }: Thread): string[] => [
  title,
  tags.join(' '),
  ...details.map(({ value }) => value),
];

/** A tag cannot hold the mark, so it goes. */
const cleared = (tags: readonly string[], passage: Passage): string[] =>
  tags.filter((tag) => !passage.isIn(tag));
