import { Injectable } from '@nestjs/common';
import { FileClaims } from '@kundig/files/server';
import {
  AppDatabase,
  Clock,
  Conflict,
  EventBus,
  isUniqueViolation,
  NotFound,
  PageInvalidation,
  Randomness,
  toQuarterHour,
  TooManyRequests,
  UsageCounter,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';
import { ReplyPosted } from '../forum.events.js';
import { forumPolicy } from '../forum.policy.js';
import { Post } from '../storage/post.entity.js';
import { PostRepository } from '../storage/post.repository.js';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import { PostTexts } from './post-text.service.js';

export interface Reply {
  /** Public id of the thread. */
  readonly threadId: string;
  readonly body: string;
  /** Null leaves the voice as it was chosen before, or the nickname. */
  readonly anonymous: boolean | null;
  /** Of staff under their own name: not the word of the operator. Says nothing of anybody else. */
  readonly privateOpinion?: boolean;
  readonly clientKey: string;
}

/** Answers in a thread. */
@Injectable()
export class ReplyService {
  constructor(
    private readonly database: AppDatabase,
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
   * Safe to repeat with the same client key: the second call returns the first post.
   * @throws NotFound   no such thread, or not to be read by the actor, or hidden
   * @throws NotAllowed the thread is locked
   * @throws Conflict   the actor speaks in this thread with the other voice, or it went over into another one
   * @throws SignInRequired
   * @throws TooManyRequests also where the thread is in slow mode and the actor's last reply is too recent
   */
  async execute(ctx: RequestContext, input: Reply): Promise<{ thread: Thread; post: Post }> {
    const thread = await this.threads.findReadable(ctx, input.threadId);
    if (!thread) throw new NotFound();
    if (thread.mergedIntoId) throw new Conflict('forum:error.regrouped'); // other readers, maybe another voice
    forumPolicy.mayReply(ctx.actor, thread).orThrow();
    await this.limits.consume(ctx, 'post');
    await this.texts.admitMentions(ctx, input.body);
    const wanted = input.anonymous === null ? null : input.anonymous ? 'anonymous' : 'nickname';
    const files = await this.files.claim(ctx, 'post', input.body);
    const speaker = await this.voices.speak(ctx, thread.id, wanted);
    const now = this.clock.now();
    const hasPause = thread.slowMinutes !== null && !ctx.released;
    const paced = hasPause && !forumPolicy.mayModerate(ctx.actor, thread).allowed;
    if (paced) {
      const earlier = await this.posts.findByClientKey(ctx, speaker.pseudonymId, input.clientKey);
      if (earlier) return { thread, post: earlier };
      await this.awaitTurn(ctx, thread, now);
    }
    const at = speaker.kind === 'persona' ? toQuarterHour(now) : now;
    const text = await this.texts.written(ctx, input.body);
    const isPrivate =
      input.privateOpinion === true && forumPolicy.maySpeakPrivately(ctx.actor, speaker.pseudonymId).allowed;
    const postId = this.random.uuid();
    let post: Post;
    try {
      post = await this.database.transaction(ctx, async (tx) => {
        const written = Object.assign(new Post(), {
          id: postId,
          publicId: this.random.publicId(),
          threadId: thread.id,
          position: await this.threads.appendReply(tx, thread.id, speaker.pseudonymId, at),
          kind: 'reply' as const,
          authorId: speaker.pseudonymId,
          ...text,
          privateOpinion: isPrivate,
          clientKey: input.clientKey,
          createdAt: at,
          editedAt: null,
          solutionAt: null,
          deletedAt: null,
          hiddenAt: null,
          hiddenReason: null,
        });
        await this.posts.insert(tx, written);
        await this.files.publish(tx, files, postId);
        await this.events.emit(tx, now, new ReplyPosted({ threadId: thread.id, postId }));
        await this.pages.drop(tx, 'home', `thread:${thread.id}`, `board:${thread.boardId}`);
        await this.usage.count(tx, 'answer-posted');
        return written;
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'uq_post_client_key')) {
        await this.voices.keepSilent(ctx, thread.id);
        if (paced) await this.voices.returnTurn(ctx, thread.id, now);
        throw error;
      }
      return { thread, post: (await this.posts.findByClientKey(ctx, speaker.pseudonymId, input.clientKey))! };
    }
    // After the commit: the voice is used now, and a failure from here on must not give it back.
    await this.voices.spoke(ctx, {
      threadId: thread.id,
      postId,
      position: post.position,
      at: now,
      ...speaker,
    });
    await this.files.settle(files);
    return { thread, post };
  }

  private async awaitTurn(ctx: RequestContext, { id, slowMinutes }: Thread, now: Date): Promise<void> {
    const taken = await this.voices.takeTurn(ctx, id, now, slowMinutes!);
    if (taken === null) return;
    await this.voices.keepSilent(ctx, id);
    const waited = (now.getTime() - taken.getTime()) / 1000;
    throw new TooManyRequests(slowMinutes! * 60 - waited, 'forum:error.slowMode');
  }
}
