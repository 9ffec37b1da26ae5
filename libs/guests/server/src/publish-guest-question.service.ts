import { Injectable } from '@nestjs/common';
import { ThreadRepository, type Thread } from '@kundig/forum/server';
import { AdmitGuestService } from '@kundig/identity/server';
import { NotFound, type RequestContext } from '@kundig/platform/server';
import { PublishAdmitted } from './publish-admitted.js';

/** Publishes a guest's question by the link of their mail, and signs them in. */
@Injectable()
export class PublishGuestQuestionService {
  constructor(
    private readonly admitting: AdmitGuestService,
    private readonly publishing: PublishAdmitted,
    private readonly threads: ThreadRepository,
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
    return guest.threadId === null ? this.publishing.publish(ctx, guest) : this.standing(ctx, guest.threadId);
  }

  private async standing(ctx: RequestContext, threadId: string): Promise<Thread> {
    const [thread] = await this.threads.findReadableByIds(ctx, [threadId]);
    if (!thread) throw new NotFound();
    return thread;
  }
}
