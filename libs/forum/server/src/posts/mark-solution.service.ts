import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  EventBus,
  NotAllowed,
  NotFound,
  PageInvalidation,
  toQuarterHour,
  UsageCounter,
  type RequestContext,
} from '@kundig/platform/server';
import { AuthorSuspensions } from '@kundig/pseudonyms/server';
import { SolutionChanged } from '../forum.events.js';
import { forumPolicy } from '../forum.policy.js';
import type { Post } from '../storage/post.entity.js';
import { PostRepository } from '../storage/post.repository.js';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import { PostAccess } from './post-access.service.js';
import { PostTexts } from './post-text.service.js';

/** Accepts an answer as a solution, or takes that back. Several answers of a question may be solutions. */
@Injectable()
export class MarkSolutionService {
  constructor(
    private readonly database: AppDatabase,
    private readonly access: PostAccess,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly texts: PostTexts,
    private readonly suspensions: AuthorSuspensions,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly usage: UsageCounter,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat.
   * @param postId public id of an answer
   * @param accepted whether it is to be a solution
   * @throws NotFound   no such post, a stub, or the opening post
   * @throws NotAllowed the actor is neither the asker nor a moderator
   * @throws Suspended  the asker may not write there at present
   */
  async execute(ctx: RequestContext, postId: string, accepted: boolean): Promise<Post> {
    const { post, thread, ownIds } = await this.access.require(ctx, postId);
    forumPolicy.mayAccept(ctx.actor, thread, ownIds).orThrow();
    const moderates = forumPolicy.mayModerate(ctx.actor, thread).allowed;
    if (!moderates) await this.suspensions.requireNoneHere(ctx, thread.authorId, thread.id);
    if (post.kind === 'opening') throw new NotAllowed('forum:error.questionIsNoSolution');
    if (post.isStub) throw new NotFound();
    // An asker is named as the thread names them: who moderates one's own anonymous question is not to be told by it.
    const isAsker = thread.authorId !== null && ownIds.includes(thread.authorId);
    const markedBy = isAsker ? thread.authorId! : ctx.actor.memberId!;
    await this.database.transaction(ctx, (tx) => this.mark(tx, thread, post.id, accepted, [markedBy]));
    return (await this.posts.findReadableByIds(ctx, [post.id]))[0]!;
  }

  /**
   * The same in a transaction whose rights are decided elsewhere.
   * @param postId  primary key of an answer in the thread
   * @param knownTo pseudonym ids of those who need not be told
   * @throws NotFound a stub
   */
  async mark(
    tx: RequestContext,
    thread: Pick<Thread, 'id' | 'boardId'>,
    postId: string,
    accepted: boolean,
    knownTo: readonly string[],
  ): Promise<void> {
    const now = this.clock.now();
    await this.threads.lock(tx, thread.id);
    const current = await this.posts.lock(tx, thread.id, postId);
    if (current.isStub) throw new NotFound();
    if ((current.solutionAt !== null) === accepted) return;
    const before = await this.posts.solutions(tx, [thread.id]);
    // Nobody is shown when it was, and an anonymous asker must not be told by the second.
    await this.posts.update(tx, postId, { solutionAt: accepted ? toQuarterHour(now) : null });
    const after = accepted ? [...before, current] : before.filter(({ id }) => id !== current.id);
    const first = after.sort((a, b) => a.position - b.position)[0];
    await this.threads.update(tx, thread.id, {
      solutionCount: after.length,
      ...this.texts.ofSolution(first),
    });
    if (accepted && before.length === 0) await this.usage.count(tx, 'question-solved');
    await this.events.emit(
      tx,
      now,
      new SolutionChanged({ threadId: thread.id, postId, accepted, knownTo: [...knownTo] }),
    );
    await this.pages.drop(tx, 'home', `thread:${thread.id}`, `board:${thread.boardId}`);
  }
}
