import { Injectable } from '@nestjs/common';
import type { Actor, RequestContext } from '@kundig/platform/server';
import { MemberLoader } from '../graphql/member.loader.js';

/** @returns whether the actor speaks for the operator, by a role held for the whole community or for one board */
export const speaksForOperator = (actor: Actor): boolean =>
  actor.isMember && actor.canSomewhere('pseudonyms:speak-as-staff');

/** Whoever speaks for the operator does so under a real name; this tells who still owes theirs. */
@Injectable()
export class StaffNames {
  constructor(private readonly members: MemberLoader) {}

  /**
   * Whether the actor speaks for the operator and has published no name yet. None but staff costs a statement.
   * @param actor who writes, where that is not whose request it is
   */
  async isMissing(ctx: RequestContext, actor: Actor = ctx.actor): Promise<boolean> {
    if (!speaksForOperator(actor)) return false;
    return (await this.members.load(ctx, actor.memberId!))?.realName === null;
  }
}
