import { Injectable } from '@nestjs/common';
import { VouchForGuestService } from '@kundig/identity/server';
import { AuditLog } from '@kundig/moderation/server';
import {
  AppDatabase,
  ExpectedError,
  NotFound,
  type PersonalLink,
  type RequestContext,
} from '@kundig/platform/server';
import { PublishAdmitted } from './publish-admitted.js';

/** What became of a release. */
export interface GuestRelease {
  /** Where the guest chooses a password, to be handed over; null where they have an account already. */
  readonly firstPassword: PersonalLink | null;
  /** False where the account was opened now and nobody may ask this in that board any more. */
  readonly isPublished: boolean;
}

/** Publishes the question of a guest whom the administrator knows, in place of the link in the mail. Nothing anonymous is. */
@Injectable()
export class ReleaseGuestQuestionService {
  constructor(
    private readonly database: AppDatabase,
    private readonly vouching: VouchForGuestService,
    private readonly publishing: PublishAdmitted,
    private readonly audit: AuditLog,
  ) {}

  /**
   * No transaction spans account and thread. Where the question is refused once the account is open, its link is handed over
   * nevertheless: it is made once, and without it the guest could not come in.
   * @param questionId uuid, as the outbox page lists it
   * @throws NotFound     for everybody but administrators of the whole community
   * @throws InvalidInput the question is published, too old or anonymous, its mail has gone out, or a moderator has refused it
   * @throws Conflict     the address has an account
   * @throws NotAllowed, TooManyRequests as for every new thread, where the account was open before
   */
  async execute(ctx: RequestContext, questionId: string): Promise<GuestRelease> {
    if (!ctx.actor.can('platform:administer')) throw new NotFound();
    const guest = await this.vouching.execute(ctx, questionId);
    await this.database.transaction(ctx, (tx) =>
      this.audit.record(tx, {
        ...{
          action: 'registration-confirmed',
          subjectType: 'member',
          subjectId: guest.nickname,
          reason: null,
        },
      }),
    );
    const { firstPassword } = guest;
    try {
      await this.publishing.publish(ctx, guest);
    } catch (error) {
      if (firstPassword && error instanceof ExpectedError) return { firstPassword, isPublished: false };
      throw error;
    }
    return { firstPassword, isPublished: true };
  }
}
