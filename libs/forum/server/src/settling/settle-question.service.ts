import { Injectable } from '@nestjs/common';
import { Actors } from '@kundig/groups/server';
import {
  AppDatabase,
  Clock,
  Conflict,
  EventBus,
  InvalidInput,
  NotAllowed,
  NotFound,
  PageInvalidation,
  Randomness,
  RequestContext,
  toQuarterHour,
  UsageCounter,
  WriteLimits,
} from '@kundig/platform/server';
import { AuthorSuspensions, Voices } from '@kundig/pseudonyms/server';
import { ReplyPosted } from '../forum.events.js';
import { MarkSolutionService } from '../posts/mark-solution.service.js';
import { PostTexts } from '../posts/post-text.service.js';
import { BoardRepository } from '../storage/board.repository.js';
import type { Post } from '../storage/post.entity.js';
import { HoldSuspiciousService } from '../screening/hold-suspicious.service.js';
import { PostRepository } from '../storage/post.repository.js';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import { SettleTokens } from './settle-tokens.js';

/** Answers among which the asker chooses the solution; whoever has more looks into the thread. */
const ANSWERS_OFFERED = 20;
/** Comments and stubs are among them. */
const POSTS_LOOKED_AT = 60;

/** What an asker answers: an answer of others solved it, they did themselves, or nothing has yet. */
export type Settlement =
  | { readonly outcome: 'solved'; readonly postId: string }
  | { readonly outcome: 'self-solved'; readonly body: string }
  | { readonly outcome: 'still-open' };

/** A question that was answered for. */
export interface SettledQuestion {
  readonly thread: Thread;
  /** What its asker wrote waits for a moderator; published, it is the solution. */
  readonly isHeld: boolean;
}

/** A question whose asker is asked. */
export interface QuestionToSettle {
  readonly thread: Thread;
  /** Answers that can be read, in their order. */
  readonly answers: readonly Post[];
}

/**
 * *Gelöst, selbst gelöst oder noch offen?* The link in the mail stands for the asker in this one question, without signing
 * in and whatever the voice: it says no more about who that is than the thread does.
 */
@Injectable()
export class SettleQuestionService {
  constructor(
    private readonly database: AppDatabase,
    private readonly tokens: SettleTokens,
    private readonly boards: BoardRepository,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly texts: PostTexts,
    private readonly solutions: MarkSolutionService,
    private readonly suspensions: AuthorSuspensions,
    private readonly holding: HoldSuspiciousService,
    private readonly voices: Voices,
    private readonly actors: Actors,
    private readonly limits: WriteLimits,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly usage: UsageCounter,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  /** @returns null for a token that is not ours or has expired, and when the question is not open to everybody any more */
  async find(ctx: RequestContext, token: string): Promise<QuestionToSettle | null> {
    const system = RequestContext.system();
    const threadId = this.tokens.read(token);
    const thread = threadId && (await this.threads.findReadable(system, threadId));
    if (!thread || thread.hiddenAt || thread.deletedAt || thread.kind !== 'question') return null;
    // The link is no key to a closed board: whoever holds it may have lost the right to read there.
    const { board } = (await this.boards.known(system)).find(({ board: { id } }) => id === thread.boardId)!;
    if (board.visibility !== 'public') return null;
    const to = thread.postCount;
    const from = Math.max(2, to - POSTS_LOOKED_AT);
    const posts = await this.posts.parts(ctx, [{ threadId: thread.id, from, to }]);
    const answers = posts.filter((post) => !post.isStub && post.kind === 'reply');
    return { thread, answers: answers.slice(-ANSWERS_OFFERED) };
  }

  /**
   * A repeated answer changes nothing: a thread that has a solution takes no other one by this way.
   * @throws NotFound     the token is not ours or has expired, or the question is gone
   * @throws InvalidInput the answer chosen is none of this thread
   * @throws Conflict     the question is solved already
   * @throws NotAllowed   it is closed for new answers, or its asker, speaking under the nickname, is staff without a real name
   * @throws Suspended    its asker may not write at present
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, token: string, settlement: Settlement): Promise<SettledQuestion> {
    const found = await this.find(ctx, token);
    if (!found) throw new NotFound();
    const { thread, answers } = found;
    await this.limits.consume(ctx, 'post');
    if (settlement.outcome === 'still-open') return { thread, isHeld: false };
    if (thread.authorId) await this.suspensions.requireNone(ctx, thread.authorId, thread.id);
    if (thread.solutionCount > 0) throw new Conflict('forum:error.settledAlready');
    if (settlement.outcome === 'self-solved') {
      const authorId = this.requireAnswering(thread);
      await this.voices.requireName(ctx, await this.actors.of(authorId));
      if (await this.holding.selfSolved(ctx, thread, authorId, settlement.body))
        return { thread, isHeld: true };
    }
    await this.database.transaction(RequestContext.system(), async (tx) => {
      const { solutionCount } = await this.threads.lock(tx, thread.id);
      if (solutionCount > 0) throw new Conflict('forum:error.settledAlready');
      const solution =
        settlement.outcome === 'solved'
          ? answers.find(({ publicId }) => publicId === settlement.postId)
          : await this.ownAnswer(tx, ctx, thread, settlement.body);
      if (!solution) throw new InvalidInput('postId', 'platform:invalid.required');
      const askers = thread.authorId === null ? [] : [thread.authorId];
      await this.solutions.mark(tx, thread, solution.id, true, askers);
    });
    return { thread, isHeld: false };
  }

  /** @returns the asker, in whose name an answer may be written */
  private requireAnswering({ authorId, lockedAt }: Thread): string {
    if (authorId === null) throw new NotFound();
    if (lockedAt) throw new NotAllowed('forum:error.locked');
    return authorId;
  }

  /** What the asker writes is a post of the thread's author, to the quarter of an hour, whoever that is. */
  private async ownAnswer(
    tx: RequestContext,
    ctx: RequestContext,
    thread: Thread,
    body: string,
  ): Promise<Post | undefined> {
    const authorId = this.requireAnswering(thread);
    const now = this.clock.now();
    const at = toQuarterHour(now);
    const postId = this.random.uuid();
    const position = await this.threads.appendReply(tx, thread.id, authorId, at);
    await this.posts.insert(tx, {
      id: postId,
      publicId: this.random.publicId(),
      threadId: thread.id,
      position,
      kind: 'reply',
      authorId,
      ...this.texts.of(body, ctx.locale),
      clientKey: null,
      createdAt: at,
      editedAt: null,
      solutionAt: null,
      deletedAt: null,
      hiddenAt: null,
      hiddenReason: null,
      privateOpinion: false,
    });
    await this.events.emit(tx, now, new ReplyPosted({ threadId: thread.id, postId }));
    await this.usage.count(tx, 'answer-posted');
    await this.pages.drop(tx, 'home', `thread:${thread.id}`, `board:${thread.boardId}`);
    return (await this.posts.findReadableByIds(tx, [postId]))[0];
  }
}
