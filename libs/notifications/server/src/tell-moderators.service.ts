import { Injectable } from '@nestjs/common';
import { IdentityPort, TELL_OF_HELD, TELL_OF_REVEAL, type DeskOccasion } from '@kundig/identity/server';
import {
  CommentReportsDecided,
  NoticeDecided,
  NoticeFiled,
  NoticeReopened,
  ReportsDecided,
  SubjectReported,
} from '@kundig/moderation/server';
import { JobHandler, OnEvent, RequestContext } from '@kundig/platform/server';
import { DeskMatters } from './desk-matters.js';
import { SECOND_THOUGHTS } from './second-thoughts.js';

/** Tells moderators and custodians of what waits for them, until it is decided. All of it is safe to repeat. */
@Injectable()
export class TellModeratorsService {
  constructor(
    private readonly matters: DeskMatters,
    private readonly identity: IdentityPort,
  ) {}

  /** More reports on the same post or comment are told of when the first ones are decided, and not before. */
  @OnEvent(SubjectReported, SECOND_THOUGHTS)
  async ofReport(ctx: RequestContext, { subjectId }: { subjectId: string }): Promise<void> {
    await this.tell(ctx, 'reported', subjectId);
  }

  @JobHandler({ task: TELL_OF_HELD, side: 'identity' })
  async ofHeld(ctx: RequestContext, { heldPostId }: { heldPostId: string }): Promise<void> {
    await this.tell(ctx, 'waiting', heldPostId);
  }

  /** Asked for, decided or lapsed: whatever it is by now. */
  @JobHandler({ task: TELL_OF_REVEAL, side: 'identity' })
  async ofReveal(ctx: RequestContext, { requestId }: { requestId: string }): Promise<void> {
    await this.tell(ctx, 'reveal', requestId);
  }

  @OnEvent(NoticeFiled, SECOND_THOUGHTS)
  async ofNotice(ctx: RequestContext, { noticeId }: { noticeId: string }): Promise<void> {
    await this.tell(ctx, 'unlawful', noticeId);
  }

  @OnEvent(NoticeReopened, SECOND_THOUGHTS)
  async ofReopenedNotice(ctx: RequestContext, { noticeId }: { noticeId: string }): Promise<void> {
    await this.tell(ctx, 'unlawful', noticeId);
  }

  @OnEvent(ReportsDecided)
  async afterReports(ctx: RequestContext, { postId }: { postId: string }): Promise<void> {
    await this.withdrawDecided(ctx, 'reported', postId);
  }

  @OnEvent(CommentReportsDecided)
  async afterCommentReports(ctx: RequestContext, { commentId }: { commentId: string }): Promise<void> {
    await this.withdrawDecided(ctx, 'reported', commentId);
  }

  @OnEvent(NoticeDecided)
  async afterNotice(ctx: RequestContext, { noticeId }: { noticeId: string }): Promise<void> {
    await this.withdrawDecided(ctx, 'unlawful', noticeId);
  }

  private async tell(ctx: RequestContext, occasion: DeskOccasion, id: string): Promise<void> {
    const [matter] = await this.matters.of(ctx, occasion, [id]);
    if (matter) await this.identity.deliverToModerators(matter);
    // Whoever decided in between found nothing to withdraw.
    await this.withdrawDecided(RequestContext.system(), occasion, id);
  }

  private async withdrawDecided(ctx: RequestContext, occasion: DeskOccasion, id: string): Promise<void> {
    const open = await this.matters.of(ctx, occasion, [id]);
    if (open.length === 0) await this.identity.withdrawFromModerators(occasion, id);
  }
}
