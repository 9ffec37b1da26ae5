import { Injectable } from '@nestjs/common';
import {
  HoldSuspiciousService,
  StartThreadService,
  ThreadRepository,
  type Thread,
} from '@kundig/forum/server';
import { AdmitGuestService, SettleGuestQuestionService } from '@kundig/identity/server';
import { NotFound, type RequestContext } from '@kundig/platform/server';
import { MemberRequests } from './member-requests.js';

/** Publishes a guest's question by the link of their mail, and signs them in. */
@Injectable()
export class PublishGuestQuestionService {
  constructor(
    private readonly admitting: AdmitGuestService,
    private readonly settling: SettleGuestQuestionService,
    private readonly holding: HoldSuspiciousService,
    private readonly starting: StartThreadService,
    private readonly threads: ThreadRepository,
    private readonly requests: MemberRequests,
  ) {}

  /**
   * Safe to repeat, also at the same time: every click leads to the one thread.
   * @returns the thread; null where the question waits for a moderator
   * @throws InvalidInput the link is too old or not ours, or a moderator has refused the question
   * @throws NotFound     the board, or the thread of a used link, is not there for its asker any more
   * @throws NotAllowed, Suspended, TooManyRequests as for every new thread
   */
  async execute(ctx: RequestContext, token: string): Promise<Thread | null> {
    const guest = await this.admitting.execute(ctx, token);
    if (guest.threadId !== null) return this.standing(ctx, guest.threadId);
    const { questionId, memberId, content } = guest;
    const asker = await this.requests.of(ctx, memberId);
    const question = {
      boardId: content.boardId,
      kind: content.kind,
      title: content.title,
      body: content.body,
      tags: content.tags,
      givenBefore: content.details,
      anonymous: content.anonymous,
      clientKey: questionId,
    };
    if (await this.holding.thread(asker, question, true)) return null;
    const thread = await this.starting.execute(asker, question);
    await this.settling.execute(ctx, questionId, thread.id);
    return thread;
  }

  private async standing(ctx: RequestContext, threadId: string): Promise<Thread> {
    const [thread] = await this.threads.findReadableByIds(ctx, [threadId]);
    if (!thread) throw new NotFound();
    return thread;
  }
}
