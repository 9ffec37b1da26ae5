import { Injectable } from '@nestjs/common';
import { ResetSecondFactorService } from '@kundig/identity/server';
import { Clock, Conflict, hasFreshFactor, type RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';
import { NamedMembers } from './named-members.js';

export interface ResetMemberSecondFactor {
  readonly nickname: string;
  readonly reason: string;
}

/** Lets a member back in who has lost the app and the recovery codes. The audit log keeps the reason, the member is told. */
@Injectable()
export class ResetMemberSecondFactorService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly members: NamedMembers,
    private readonly resetting: ResetSecondFactorService,
    private readonly clock: Clock,
  ) {}

  /**
   * Nothing is written down where there was none.
   * @throws InvalidInput (field `nickname`) no such member
   * @throws NotAllowed   the administrator has a second factor and has not given it within the last minutes
   * @throws Conflict     it is the administrator's own, for which there is the password and a code
   * @throws NotFound     for everybody but administrators
   * @returns the nickname as it is written
   */
  execute(ctx: RequestContext, { nickname, reason }: ResetMemberSecondFactor): Promise<string> {
    return this.act.execute(ctx, async (tx) => {
      if (ctx.secondFactor.on) hasFreshFactor(ctx, this.clock.now()).orThrow();
      const member = await this.members.require(tx, nickname);
      if (member.pseudonymId === ctx.actor.memberId)
        throw new Conflict('administration:error.ownSecondFactor');
      const wasOn = await this.resetting.execute(ctx, { memberId: member.pseudonymId });
      const subject = { subjectType: 'member', subjectId: member.nickname } as const;
      return [member.nickname, wasOn ? { action: 'second-factor-reset', ...subject, reason } : null] as const;
    });
  }
}
