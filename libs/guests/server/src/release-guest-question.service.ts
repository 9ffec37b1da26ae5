import { Injectable } from '@nestjs/common';
import { VouchForGuestService } from '@kundig/identity/server';
import { AuditLog } from '@kundig/moderation/server';
import { AppDatabase, NotFound, type PersonalLink, type RequestContext } from '@kundig/platform/server';
import { PublishAdmitted } from './publish-admitted.js';

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
   * @param questionId uuid, as the outbox page lists it
   * @returns where the guest chooses a password, to be handed over; null where they have an account already
   * @throws NotFound     for everybody but administrators of the whole community
   * @throws InvalidInput the question is published, too old or anonymous, its mail has gone out, or a moderator has refused it
   * @throws Conflict     the address has an account
   * @throws NotAllowed, TooManyRequests as for every new thread
   */
  async execute(ctx: RequestContext, questionId: string): Promise<PersonalLink | null> {
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
    await this.publishing.publish(ctx, guest);
    return guest.firstPassword;
  }
}
