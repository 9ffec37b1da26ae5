import { Injectable } from '@nestjs/common';
import { FileClaims } from '@kundig/files/server';
import {
  AppDatabase,
  Clock,
  EventBus,
  isUniqueViolation,
  NotFound,
  PageInvalidation,
  Randomness,
  slugify,
  toQuarterHour,
  UsageCounter,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';
import { ThreadStarted } from '../forum.events.js';
import { forumPolicy } from '../forum.policy.js';
import { PostTexts } from '../posts/post-text.service.js';
import { BoardRepository } from '../storage/board.repository.js';
import { PostRepository } from '../storage/post.repository.js';
import type { Thread, ThreadDetail, ThreadKind } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import { threadDetailsOf, type GivenDetails } from './thread-details.js';

export interface StartThread extends GivenDetails {
  /** Public id of the board. */
  readonly boardId: string;
  readonly kind: ThreadKind;
  readonly title: string;
  readonly body: string;
  readonly tags: readonly string[];
  /** Answers in the words the board had when they were given, where that was before; instead of `details`. */
  readonly givenBefore?: readonly ThreadDetail[];
  readonly anonymous: boolean;
  /** Of staff under their own name: not the word of the operator. Says nothing of anybody else. */
  readonly privateOpinion?: boolean;
  /** To be kept out of search engines, sitemap and feeds. */
  readonly unindexed?: boolean;
  readonly clientKey: string;
}

/** Begins a question or a discussion. */
@Injectable()
export class StartThreadService {
  constructor(
    private readonly database: AppDatabase,
    private readonly boards: BoardRepository,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly texts: PostTexts,
    private readonly voices: Voices,
    private readonly files: FileClaims,
    private readonly limits: WriteLimits,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly usage: UsageCounter,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  /**
   * Safe to repeat with the same client key: the second call returns the first thread.
   * @throws NotFound       no such board, or not to be read by the actor
   * @throws NotAllowed     only staff may begin threads there, or nobody any more
   * @throws InvalidInput   an answer to what this board does not ask
   * @throws SignInRequired for visitors
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, input: StartThread): Promise<Thread> {
    const board = await this.boards.findReadable(ctx, input.boardId);
    if (!board) throw new NotFound();
    forumPolicy.mayStartThread(ctx.actor, board).orThrow();
    const details = input.givenBefore ?? threadDetailsOf(board, input);
    await this.limits.consume(ctx, 'post');
    await this.texts.admitMentions(ctx, input.body);
    const threadId = this.random.repeatableUuid(ctx.actor.memberId!, input.clientKey);
    const files = await this.files.claim(ctx, 'post', input.body);
    const speaker = await this.voices.speak(ctx, threadId, input.anonymous ? 'anonymous' : 'nickname');
    const now = this.clock.now();
    const at = speaker.kind === 'persona' ? toQuarterHour(now) : now;
    const text = await this.texts.written(ctx, input.body);
    const postId = this.random.uuid();
    const thread: Thread = {
      id: threadId,
      publicId: this.random.publicId(),
      boardId: board.id,
      authorId: speaker.pseudonymId,
      kind: input.kind,
      title: input.title,
      slug: slugify(input.title, 'thema'),
      lang: text.lang,
      tags: [...input.tags],
      details,
      excerpt: this.texts.excerptOf(text.bodyHtml),
      ...this.texts.ofSolution(undefined),
      createdAt: at,
      lastPostAt: at,
      lastAuthorId: speaker.pseudonymId,
      postCount: 1,
      replyCount: 0,
      solutionCount: 0,
      sameProblemCount: 0,
      viewCount: 0,
      pinnedAt: null,
      lockedAt: null,
      slowMinutes: null,
      unindexed: input.unindexed ?? false,
      hiddenAt: null,
      deletedAt: null,
      mergedIntoId: null,
      duplicateOfId: null,
    };
    try {
      await this.database.transaction(ctx, async (tx) => {
        await this.threads.insert(tx, thread);
        await this.posts.insert(tx, {
          id: postId,
          publicId: this.random.publicId(),
          threadId,
          position: 1,
          kind: 'opening',
          authorId: speaker.pseudonymId,
          ...text,
          privateOpinion:
            input.privateOpinion === true &&
            forumPolicy.maySpeakPrivately(ctx.actor, speaker.pseudonymId).allowed,
          clientKey: null,
          createdAt: at,
          editedAt: null,
          solutionAt: null,
          deletedAt: null,
          hiddenAt: null,
          hiddenReason: null,
        });
        await this.files.publish(tx, files, postId);
        await this.events.emit(tx, now, new ThreadStarted({ threadId, postId }));
        await this.pages.drop(tx, 'home', `board:${board.id}`);
        await this.usage.count(tx, 'question-posted');
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'thread_pkey')) {
        await this.voices.keepSilent(ctx, threadId);
        throw error;
      }
      return (await this.threads.findReadableByIds(ctx, [threadId]))[0]!;
    }
    await this.voices.spoke(ctx, { threadId, postId, position: 1, at: now, ...speaker });
    await this.files.settle(files);
    return thread;
  }
}
