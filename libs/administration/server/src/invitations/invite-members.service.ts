import { Injectable } from '@nestjs/common';
import { GroupRepository } from '@kundig/groups/server';
import { InvitationDesk, type InvitationTerms, type SentInvitation } from '@kundig/identity/server';
import { Clock, NotFound, Translator, WriteLimits, type RequestContext } from '@kundig/platform/server';
import { administrationPolicy } from '../administration.policy.js';
import { AdministratorAct } from '../administrator-act.js';
import { mailsIn } from './mail-lines.js';

export interface InviteMembers extends InvitationTerms {
  /** Mail addresses as they were pasted. */
  readonly mails: string;
}

/**
 * Asks people to join, by mail address. The audit log keeps how many and with which role, never an address: it names
 * members by their nicknames, and nobody may read from it which address is whose.
 */
@Injectable()
export class InviteMembersService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly groups: GroupRepository,
    private readonly desk: InvitationDesk,
    private readonly limits: WriteLimits,
    private readonly translator: Translator,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat: who is invited already keeps that invitation.
   * @returns the invitations that are new, all of which were sent at the same moment
   * @throws InvalidInput (field `mails`) naming the line at fault; (field `role`) as `mayGive` says
   * @throws NotAllowed the role takes a fresh code of the second factor
   * @throws NotFound no such group
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, { mails, ...terms }: InviteMembers): Promise<SentInvitation[]> {
    return this.act.execute(ctx, async (tx) => {
      administrationPolicy.mayGive(ctx, terms.role, this.clock.now()).orThrow();
      const addresses = mailsIn(mails);
      const known = (await this.groups.all(tx)).map(({ id }) => id);
      if (terms.groupIds.some((id) => !known.includes(id))) throw new NotFound();
      await this.limits.consume(ctx, 'invite');
      const invited = await this.desk.invite(addresses, terms);
      const [first] = invited;
      if (first === undefined) return [invited, null] as const;
      const role = terms.role && this.translator.translate(ctx.locale, `administration:role.${terms.role}`);
      const reason = [`${invited.length}`, role].filter(Boolean).join(' · ');
      const note = { action: 'members-invited', subjectType: 'invitation', subjectId: first.id } as const;
      return [invited, { ...note, reason }] as const;
    });
  }
}
