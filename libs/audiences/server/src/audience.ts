import { Actor, RequestContext, type RoleGrant } from '@kundig/platform/server';
import { registerEnumType } from '@nestjs/graphql';

/** Who looks at what a member shows. */
export enum Audience {
  VISITOR = 'VISITOR',
  MEMBER = 'MEMBER',
  GROUP = 'GROUP',
  MODERATOR = 'MODERATOR',
  CUSTODIAN = 'CUSTODIAN',
}
registerEnumType(Audience, {
  name: 'Audience',
  description: 'Who looks at what a member shows.',
  valuesMap: {
    VISITOR: { description: 'Anybody, search engines among them.' },
    MEMBER: { description: 'Somebody signed in, without an office and in no group.' },
    GROUP: { description: 'A member of the group to which the board of the thread belongs.' },
    MODERATOR: { description: 'Moderates all boards.' },
    CUSTODIAN: { description: 'Decides on reveals, and holds no other office.' },
  },
});

/** Member id of who looks: no pseudonym has it, since theirs are random. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const everywhere = (role: RoleGrant['role']): RoleGrant => ({ role, boardIds: null });

/**
 * @param groupId closed group to which the board of the thread belongs, if it does
 * @returns who looks at it: the group only where there is one
 */
export const audiencesOf = (groupId: string | null): Audience[] =>
  Object.values(Audience).filter((audience) => audience !== Audience.GROUP || groupId !== null);

/**
 * What an audience is compared with: everybody signed in sees what visitors see, and what offices see beyond members.
 * @returns null for visitors, who see least
 */
export function baseOf(audience: Audience): Audience | null {
  if (audience === Audience.VISITOR) return null;
  return audience === Audience.MEMBER ? Audience.VISITOR : Audience.MEMBER;
}

/**
 * @param ctx     of the member who wants to know
 * @param groupId as for `audiencesOf`
 * @returns a request of somebody of the audience, who is nobody
 */
export function contextOf(audience: Audience, ctx: RequestContext, groupId: string | null): RequestContext {
  return RequestContext.for({
    actor: actorOf(audience, groupId),
    locale: ctx.locale,
    requestId: ctx.requestId,
  });
}

function actorOf(audience: Audience, groupId: string | null): Actor {
  switch (audience) {
    case Audience.VISITOR:
      return Actor.visitor;
    case Audience.MEMBER:
      return Actor.member(NOBODY);
    case Audience.GROUP:
      return Actor.member(NOBODY, groupId === null ? [] : [groupId]);
    case Audience.MODERATOR:
      return Actor.member(NOBODY, [], [everywhere('moderator')]);
    case Audience.CUSTODIAN:
      return Actor.member(NOBODY, [], [everywhere('custodian')]);
  }
}
