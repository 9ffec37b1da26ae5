import type { Decision, RequestContext } from '@kundig/platform/server';

/**
 * What accounts need of the members above them; the pseudonyms domain provides it. Identity knows a member by its id and
 * never looks behind it.
 */
export abstract class MemberDirectory {
  /** @returns whether a nickname may be borne at all; it may be taken all the same */
  abstract judge(ctx: RequestContext, nickname: string): Promise<Decision>;

  /**
   * Keeps a nickname for a registration that is not confirmed yet.
   * @throws InvalidInput (field `nickname`) when it is malformed, reserved or taken
   */
  abstract reserve(
    ctx: RequestContext,
    reservation: { nickname: string; memberId: string; until: Date },
  ): Promise<void>;

  /** Makes the member of a confirmed registration; safe to repeat. @returns the nickname it got */
  abstract admit(ctx: RequestContext, memberId: string, nickname: string): Promise<string>;

  /** @returns the nickname a member bears; null where there is no such member */
  abstract nicknameOf(ctx: RequestContext, memberId: string): Promise<string | null>;
}
