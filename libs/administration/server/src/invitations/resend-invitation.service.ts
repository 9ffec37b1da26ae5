import { Injectable } from '@nestjs/common';
import { InvitationDesk, type SentInvitation } from '@kundig/identity/server';
import { WriteLimits, type RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';

/** Sends an invitation again, with a new link for another two weeks. */
@Injectable()
export class ResendInvitationService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly desk: InvitationDesk,
    private readonly limits: WriteLimits,
  ) {}

  /** @throws NotFound, NotAllowed as `InvitationDesk.resend` @throws TooManyRequests */
  async execute(ctx: RequestContext, id: string): Promise<SentInvitation> {
    return this.act.execute(ctx, async () => {
      await this.limits.consume(ctx, 'invite');
      const sent = await this.desk.resend(id);
      const note = { action: 'invitation-resent', subjectType: 'invitation', subjectId: id } as const;
      return [sent, { ...note, reason: null }] as const;
    });
  }
}
