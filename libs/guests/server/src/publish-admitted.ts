import { Injectable } from '@nestjs/common';
import { HoldSuspiciousService, StartThreadService, type Thread } from '@kundig/forum/server';
import { SettleGuestQuestionService, type AdmittedAsker } from '@kundig/identity/server';
import type { RequestContext } from '@kundig/platform/server';
import { MemberRequests } from './member-requests.js';

/** Publishes what a guest has written, once they may, on whichever road. */
@Injectable()
export class PublishAdmitted {
  constructor(
    private readonly settling: SettleGuestQuestionService,
    private readonly holding: HoldSuspiciousService,
    private readonly starting: StartThreadService,
    private readonly requests: MemberRequests,
  ) {}

  /**
   * Safe to repeat.
   * @returns the thread; null where the question waits for a moderator
   * @throws InvalidInput a moderator has refused the question
   * @throws NotFound, NotAllowed, Suspended, TooManyRequests as for every new thread
   */
  async publish(
    ctx: RequestContext,
    { questionId, memberId, content }: AdmittedAsker,
  ): Promise<Thread | null> {
    const asker = await this.requests.of(ctx, memberId);
    const question = {
      boardId: content.boardId,
      kind: content.kind,
      title: content.title,
      body: content.body,
      tags: content.tags,
      givenBefore: content.details,
      anonymous: content.anonymous,
      unindexed: content.unindexed,
      clientKey: questionId,
    };
    if (await this.holding.thread(asker, question, true)) return null;
    const thread = await this.starting.execute(asker, question);
    await this.settling.execute(ctx, questionId, thread.id);
    return thread;
  }
}
