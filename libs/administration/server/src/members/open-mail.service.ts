import { Injectable } from '@nestjs/common';
import { AccountDesk } from '@kundig/identity/server';
import { AuditLog } from '@kundig/moderation/server';
import { Clock, minutesBefore, NotFound, type RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';
import { administrationPolicy } from '../administration.policy.js';
import { NamedMembers } from './named-members.js';

export interface OpenMail {
  readonly nickname: string;
  readonly reason: string;
}

/** How long an address stays in view for whoever opened it. */
const OPEN_MINUTES = 10;

/** Mail addresses of members: in view for a while for the administrator who gave a reason, which the audit log keeps. */
@Injectable()
export class OpenMailService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly members: NamedMembers,
    private readonly accounts: AccountDesk,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput (field `nickname`) no such member @returns the nickname as it is written */
  execute(ctx: RequestContext, { nickname, reason }: OpenMail): Promise<string> {
    return this.act.execute(ctx, async (tx) => {
      const member = await this.members.require(tx, nickname);
      const subject = { subjectType: 'member', subjectId: member.nickname } as const;
      return [member.nickname, { action: 'member-mail-opened', ...subject, reason }] as const;
    });
  }

  /** @returns the address; null where this administrator has not opened it within the last ten minutes, or there is none */
  async opened(
    ctx: RequestContext,
    member: { pseudonymId: string; nickname: string },
  ): Promise<string | null> {
    if (!administrationPolicy.mayAdminister(ctx.actor).allowed || ctx.actor.memberId === null)
      throw new NotFound();
    const since = minutesBefore(this.clock.now(), OPEN_MINUTES);
    const act = {
      actorId: ctx.actor.memberId,
      action: 'member-mail-opened',
      subjectId: member.nickname,
    } as const;
    return (await this.audit.holds(ctx, act, since)) ? this.accounts.mailOf(member.pseudonymId) : null;
  }
}
