import { Injectable } from '@nestjs/common';
import { InvitationDesk, type SentInvitation } from '@kundig/identity/server';
import { Clock, WriteLimits, type RequestContext } from '@kundig/platform/server';
import { administrationPolicy } from '../administration.policy.js';
import { AdministratorAct } from '../administrator-act.js';

/** Sends an invitation again, with a new link for another two weeks. */
@Injectable()
export class ResendInvitationService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly desk: InvitationDesk,
    private readonly limits: WriteLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * Whoever sends it is handed a link: for a powerful role that is as giving it.
   * @throws NotFound, NotAllowed as `InvitationDesk.resend`
   * @throws NotAllowed, InvalidInput (field `role`) as `mayGive` says
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, id: string): Promise<SentInvitation> {
    return this.act.execute(ctx, async () => {
      administrationPolicy.mayGive(ctx, await this.desk.roleOf(id), this.clock.now()).orThrow();
      await this.limits.consume(ctx, 'invite');
      const sent = await this.desk.resend(id);
      const note = { action: 'invitation-resent', subjectType: 'invitation', subjectId: id } as const;
      return [sent, { ...note, reason: null }] as const;
    });
  }
}
