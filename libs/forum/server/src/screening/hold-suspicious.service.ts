import { Injectable } from '@nestjs/common';
import { Actors } from '@kundig/groups/server';
import { Conflict, NotFound, Randomness, RequestContext, WriteLimits } from '@kundig/platform/server';
import {
  AuthorKind,
  AuthorLoader,
  HeldPosts,
  Screening,
  Voices,
  type PostToHold,
  type Sender,
  type Suspicion,
} from '@kundig/pseudonyms/server';
import { forumPolicy } from '../forum.policy.js';
import type { EditPost } from '../posts/edit-post.service.js';
import { PostAccess } from '../posts/post-access.service.js';
import type { Reply } from '../posts/reply.service.js';
import { BoardRepository } from '../storage/board.repository.js';
import { PostRepository } from '../storage/post.repository.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import type { Thread } from '../storage/thread.entity.js';
import type { StartThread } from '../threads/start-thread.service.js';
import { threadDetailsOf } from '../threads/thread-details.js';
import type { HeldWrite } from './held-content.js';

/** What was sent, with the field no person sees. */
type Sent<Input> = Input & { readonly website?: string | null };

/**
 * Keeps back what is to wait for a moderator. It is no post anywhere before, so nothing can show, count, find or mail it.
 * Costs a statement only where something is odd.
 */
@Injectable()
export class HoldSuspiciousService {
  constructor(
    private readonly screening: Screening,
    private readonly held: HeldPosts,
    private readonly voices: Voices,
    private readonly authors: AuthorLoader,
    private readonly actors: Actors,
    private readonly boards: BoardRepository,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly access: PostAccess,
    private readonly limits: WriteLimits,
    private readonly random: Randomness,
  ) {}

  /**
   * @returns whether the reply is held; one that is not is to be written
   * @throws NotFound, NotAllowed, Conflict, SignInRequired as for replies
   * @throws TooManyRequests also for the same text again and again by somebody who is not new
   */
  async reply(ctx: RequestContext, { website, ...reply }: Sent<Reply>): Promise<boolean> {
    const signs = await this.screening.signsOf(
      ctx,
      [reply.body],
      `${reply.threadId} ${reply.clientKey}`,
      website,
    );
    if (!signs) return false;
    const thread = await this.threads.findReadable(ctx, reply.threadId);
    if (!thread) throw new NotFound();
    if (thread.mergedIntoId) throw new Conflict('forum:error.regrouped');
    forumPolicy.mayReply(ctx.actor, thread).orThrow();
    const { voice } = await this.voices.viewerIn(ctx, thread.id);
    const anonymous = voice === 'anonymous' || (voice === null && reply.anonymous === true);
    const suspicions = await this.screening.suspicionsOf(ctx, signs, this.sender(ctx, anonymous));
    if (suspicions.length === 0) return false;
    await this.limits.consume(ctx, 'post');
    // The voice is settled now: one that was refused only when a moderator publishes would tell who wrote it.
    const speaker = await this.voices.speak(ctx, thread.id, anonymous ? 'anonymous' : 'nickname');
    if (await this.posts.findByClientKey(ctx, speaker.pseudonymId, reply.clientKey)) {
      await this.voices.keepSilent(ctx, thread.id);
      return false; // a resend of what stands there
    }
    const place = { anonymous, subjectId: thread.id, clientKey: reply.clientKey };
    const isNew = await this.hold(ctx, { kind: 'reply', ...reply }, suspicions, place);
    if (!isNew) await this.voices.keepSilent(ctx, thread.id); // a resend: it has its claim, which a refusal gives back
    return true;
  }

  /**
   * The same for what an asker answers by the link in a mail, held in the name of the question's author, whoever that is. Of a
   * persona nothing is asked.
   * @param authorId pseudonym id of the asker
   */
  async selfSolved(ctx: RequestContext, thread: Thread, authorId: string, body: string): Promise<boolean> {
    const clientKey = this.random.repeatableUuid(thread.id, 'self-solved');
    const signs = await this.screening.signsOf(ctx, [body], `${thread.publicId} ${clientKey}`);
    if (!signs) return false;
    const anonymous = (await this.authors.load(ctx, authorId))?.kind === AuthorKind.PERSONA;
    const { locale, requestId, clientAddress } = ctx;
    const asker = anonymous
      ? ctx
      : RequestContext.for({
          ...{ actor: await this.actors.of(authorId), locale, requestId, clientAddress },
        });
    const suspicions = await this.screening.suspicionsOf(asker, signs, this.sender(asker, anonymous));
    if (suspicions.length === 0) return false;
    const reply = { threadId: thread.publicId, body, anonymous, clientKey };
    await this.held.holdFor(ctx, authorId, {
      ...{ anonymous, subjectId: thread.id, clientKey, endsDraft: false, suspicions },
      content: { kind: 'self-solved', ...reply } satisfies HeldWrite,
    });
    return true;
  }

  /**
   * The same for a new thread.
   * @param isGuests whether its client key is that of a guest's question
   * @throws InvalidInput such a question was refused, or taken back
   * @throws InvalidInput, NotAllowed as `Voices.admit`
   */
  async thread(
    ctx: RequestContext,
    { website, kind, ...start }: Sent<StartThread>,
    isGuests = false,
  ): Promise<boolean> {
    const signs = await this.screening.signsOf(ctx, [start.title, start.body], start.clientKey, website);
    if (!signs) return false;
    const board = await this.boards.findReadable(ctx, start.boardId);
    if (!board) throw new NotFound();
    forumPolicy.mayStartThread(ctx.actor, board).orThrow();
    const givenBefore = start.givenBefore ?? threadDetailsOf(board, start);
    const suspicions = await this.screening.suspicionsOf(ctx, signs, this.sender(ctx, start.anonymous));
    const threadId = this.random.repeatableUuid(ctx.actor.memberId!, start.clientKey);
    if (suspicions.length === 0 || (await this.isStarted(ctx, threadId))) return false;
    await this.voices.admit(ctx, threadId, start.anonymous ? 'anonymous' : 'nickname');
    await this.limits.consume(ctx, 'post');
    const write: HeldWrite = { kind: 'thread', threadKind: kind, ...start, givenBefore };
    await this.hold(ctx, write, suspicions, {
      anonymous: start.anonymous,
      subjectId: null,
      clientKey: start.clientKey,
      isGuests,
    });
    return true;
  }

  /**
   * The same for a change of one's own post, which stays as it is meanwhile. One change of a post waits at a time: a newer
   * one takes its place.
   */
  async edit(ctx: RequestContext, edit: EditPost): Promise<boolean> {
    const texts = [edit.title ?? '', edit.body];
    if (!this.screening.signsOfChange(ctx, [], texts)) return false;
    const { post, thread, ownIds } = await this.access.require(ctx, edit.postId);
    forumPolicy.mayEdit(ctx.actor, thread, post, ownIds).orThrow();
    const anonymous = post.authorId !== ctx.actor.memberId;
    const signs = this.screening.signsOfChange(ctx, [thread.title, post.bodyMd], texts);
    const suspicions = signs && (await this.screening.suspicionsOf(ctx, signs, this.sender(ctx, anonymous)));
    if (!suspicions || suspicions.length === 0) return false;
    await this.limits.consume(ctx, 'post');
    const place = { anonymous, subjectId: thread.id, clientKey: this.keyOfEdit(ctx, edit.postId) };
    await this.hold(ctx, { kind: 'edit', ...edit }, suspicions, place);
    return true;
  }

  /** Forgets the change of a post that waits, as one that was written has taken its place. @param postId public id */
  async forgetEdit(ctx: RequestContext, postId: string): Promise<void> {
    await this.held.supersede(ctx, this.keyOfEdit(ctx, postId));
  }

  private keyOfEdit({ actor }: RequestContext, postId: string): string {
    return this.random.repeatableUuid(actor.memberId!, postId);
  }

  private sender(ctx: RequestContext, anonymous: boolean): Sender {
    return {
      anonymous,
      publicPosts: async () => (await this.posts.publicCounts(ctx, ctx.actor.memberId!)).posts,
    };
  }

  /** @returns whether it takes the place of nothing */
  private hold(
    ctx: RequestContext,
    write: HeldWrite,
    suspicions: readonly Suspicion[],
    place: Pick<PostToHold, 'anonymous' | 'subjectId' | 'clientKey' | 'isGuests'>,
  ): Promise<boolean> {
    const endsDraft = write.kind !== 'edit';
    return this.held.hold(ctx, { ...place, endsDraft, content: { ...write }, suspicions });
  }

  private async isStarted(ctx: RequestContext, threadId: string): Promise<boolean> {
    return (await this.threads.findReadableByIds(ctx, [threadId])).length > 0;
  }
}
