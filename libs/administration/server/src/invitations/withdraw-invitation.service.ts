import { Injectable } from '@nestjs/common';
import { InvitationDesk } from '@kundig/identity/server';
import type { RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';

/** Ends an invitation that nobody has accepted; its link is worth nothing from then on. */
@Injectable()
export class WithdrawInvitationService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly desk: InvitationDesk,
  ) {}

  /** Safe to repeat. */
  async execute(ctx: RequestContext, id: string): Promise<void> {
    await this.act.execute(ctx, async () => {
      const gone = await this.desk.withdraw(id);
      const note = { action: 'invitation-withdrawn', subjectType: 'invitation', subjectId: id } as const;
      return [null, gone ? { ...note, reason: null } : null] as const;
    });
  }
}
