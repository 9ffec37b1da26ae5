import { Injectable } from '@nestjs/common';
import { PostAccess, type PostInThread } from '@kundig/forum/server';
import {
  Clock,
  NotFound,
  Randomness,
  SignInRequired,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import type { ReportReason } from '../storage/report.repository.js';
import { ReportFiling } from './report-filing.js';

export interface ReportPost {
  /** Public id of the post. */
  readonly postId: string;
  readonly reason: ReportReason;
  readonly note: string | null;
}

/**
 * Tells the moderators about a post. The reporter stands in the row as the member, so that one person has one open report,
 * and is shown to nobody: under a nickname it could betray the persona it speaks as in that thread.
 */
@Injectable()
export class ReportPostService {
  constructor(
    private readonly access: PostAccess,
    private readonly filing: ReportFiling,
    private readonly limits: WriteLimits,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  /**
   * Safe to repeat: while a report of the actor is open, another one changes nothing.
   * @throws NotFound no such post, not to be read by the actor, or a stub
   * @throws SignInRequired, TooManyRequests
   */
  async execute(ctx: RequestContext, { postId, reason, note }: ReportPost): Promise<PostInThread> {
    if (ctx.actor.memberId === null) throw new SignInRequired();
    const place = await this.access.require(ctx, postId);
    if (place.post.isStub || place.thread.hiddenAt || place.thread.deletedAt) throw new NotFound();
    await this.limits.consume(ctx, 'report');
    await this.filing.execute(ctx, {
      id: this.random.uuid(),
      about: { postId: place.post.id },
      reporterId: ctx.actor.memberId,
      reason,
      note,
      createdAt: this.clock.now(),
    });
    return place;
  }
}
