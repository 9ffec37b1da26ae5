import { Injectable } from '@nestjs/common';
import { Actors } from '@kundig/groups/server';
import { IdentityPort, suspensionOf } from '@kundig/identity/server';
import { RequestContext, Suspended } from '@kundig/platform/server';

/** Requests of members who come by the link of a mail, not by their session: what the guard would ask of them is asked here. */
@Injectable()
export class MemberRequests {
  constructor(
    private readonly actors: Actors,
    private readonly identity: IdentityPort,
  ) {}

  /** @throws Suspended the member may not write at present */
  async of(ctx: RequestContext, memberId: string): Promise<RequestContext> {
    const actor = await this.actors.of(memberId);
    const held = await this.identity.suspensionsOf({ memberId });
    const suspension = suspensionOf(held, { appointed: actor.isAppointed });
    if (suspension) throw new Suspended(suspension);
    const { locale, requestId, clientAddress } = ctx;
    return RequestContext.for({ actor, locale, requestId, clientAddress });
  }
}
