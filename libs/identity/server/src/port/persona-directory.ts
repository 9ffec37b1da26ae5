import type { RequestContext } from '@kundig/platform/server';

/**
 * What accounts need of the personas above them; the pseudonyms domain provides it. Identity knows a persona by its id and
 * never looks at its name.
 */
export abstract class PersonaDirectory {
  /** @returns the persona of that id in addresses; null where there is none */
  abstract idOf(ctx: RequestContext, publicId: string): Promise<string | null>;

  /** Has a member say in public that a persona was them. Safe to repeat. */
  abstract claim(ctx: RequestContext, personaId: string, memberId: string): Promise<void>;

  abstract isClaimed(ctx: RequestContext, personaId: string): Promise<boolean>;

  /**
   * Lets nobody speak as them or be told of them any more. Where they lead stays sealed for a while, for those who suspend
   * or reveal. Safe to repeat.
   */
  abstract giveUp(ctx: RequestContext, personaIds: readonly string[]): Promise<void>;
}
