import { Injectable } from '@nestjs/common';
import { Actors } from '@kundig/groups/server';
import { AccountDesk, IdentityPort, suspensionOf } from '@kundig/identity/server';
import { NotAllowed, RequestContext, SiteProfile, Suspended } from '@kundig/platform/server';

/** Requests of members who come by the link of a mail, not by their session: what the guard would ask of them is asked here. */
@Injectable()
export class MemberRequests {
  constructor(
    private readonly actors: Actors,
    private readonly identity: IdentityPort,
    private readonly accounts: AccountDesk,
    private readonly site: SiteProfile,
  ) {}

  /**
   * @throws Suspended  the member may not write at present
   * @throws NotAllowed the member speaks for the operator and needs more for it than a mailbox: a second factor that is
   *   set up or owed
   */
  async of(ctx: RequestContext, memberId: string): Promise<RequestContext> {
    const actor = await this.actors.of(memberId);
    const held = await this.identity.suspensionsOf({ memberId });
    const suspension = suspensionOf(held, { appointed: actor.isAppointed });
    if (suspension) throw new Suspended(suspension);
    if (actor.isAppointed && (await this.needsSecondFactor(memberId)))
      throw new NotAllowed('identity:error.officeSignsIn');
    const { locale, requestId, clientAddress } = ctx;
    return RequestContext.for({ actor, locale, requestId, clientAddress });
  }

  private async needsSecondFactor(memberId: string): Promise<boolean> {
    return this.site.demandsSecondFactor || this.accounts.hasSecondFactor(memberId);
  }
}
