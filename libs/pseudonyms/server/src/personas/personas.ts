import { Injectable } from '@nestjs/common';
import { PersonaDirectory, type PersonaTicket } from '@kundig/identity/server';
import {
  AppDatabase,
  Clock,
  Environment,
  PageInvalidation,
  Randomness,
  startOfDay,
  toQuarterHour,
  type RequestContext,
} from '@kundig/platform/server';
import { ClaimRepository } from '../storage/claim.repository.js';
import { PersonaRepository } from '../storage/persona.repository.js';
import { drawPersonaName } from './persona-names.js';

/** A name may be taken by another persona between look and write; as many tries as make that a defect. */
const TRIES = 25;

/** Bytes of a lookup that finds nothing: as many as HMAC-SHA256 gives. */
const LOOKUP_BYTES = 32;

/** Gets, creates and gives up the row of a persona. What it is called and what it looks like is random. */
@Injectable()
export class Personas extends PersonaDirectory {
  constructor(
    private readonly database: AppDatabase,
    private readonly personas: PersonaRepository,
    private readonly claims: ClaimRepository,
    private readonly pages: PageInvalidation,
    private readonly randomness: Randomness,
    private readonly clock: Clock,
    private readonly environment: Environment,
  ) {
    super();
  }

  idOf(ctx: RequestContext, publicId: string): Promise<string | null> {
    return this.personas.idOf(ctx, publicId);
  }

  /** The day is all that is kept of when. */
  claim(ctx: RequestContext, personaId: string, memberId: string): Promise<void> {
    return this.database.transaction(ctx, async (tx) => {
      await this.claims.add(tx, personaId, memberId, this.today());
      await this.pages.drop(tx, 'everything'); // its posts may stand on any page of a thread, and of others since
    });
  }

  isClaimed(ctx: RequestContext, personaId: string): Promise<boolean> {
    return this.claims.exists(ctx, personaId);
  }

  /** The day is all that is kept of when. */
  giveUp(ctx: RequestContext, personaIds: readonly string[]): Promise<void> {
    const lookups = personaIds.map(() => this.randomness.bytes(LOOKUP_BYTES));
    return this.personas.giveUp(ctx, personaIds, lookups, this.today());
  }

  private today(): Date {
    return startOfDay(this.clock.now(), this.environment.get('TIME_ZONE'));
  }

  /**
   * @param ticket what identity knows about the persona
   * @returns id of the persona, the same for every call with the same account and thread
   */
  async getOrCreate(ctx: RequestContext, threadId: string, ticket: PersonaTicket): Promise<string> {
    const lookups = ticket.lookups.map((lookup) => Buffer.from(lookup, 'base64url'));
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const speaking = await this.personas.ofThreads(ctx, [threadId, ...ticket.originIds], lookups);
      const mine = speaking.find((persona) => persona.mine);
      if (mine) return mine.id;
      const added = await this.personas.add(ctx, {
        id: ticket.personaId,
        publicId: this.randomness.publicId(),
        threadId,
        name: drawPersonaName(
          this.randomness,
          speaking.map(({ name }) => name),
        ),
        pictureSeed: this.randomness.publicId(),
        createdAt: toQuarterHour(this.clock.now()),
        lookup: lookups[0]!,
        sealedLink: Buffer.from(ticket.sealedLink, 'base64url'),
        keyVersion: ticket.keyVersion,
      });
      if (added) return ticket.personaId;
    }
    throw new Error(`no persona after ${TRIES} tries`);
  }

  /**
   * Gives personas another name that share theirs with one of a thread they came to.
   * @param originIds threads they may have come from
   */
  async tellApart(ctx: RequestContext, threadId: string, originIds: readonly string[]): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const speaking = await this.personas.ofThreads(tx, [threadId, ...originIds], []);
      const taken = speaking.map(({ name }) => name);
      const namesakes = speaking.filter(({ name }, index) => taken.indexOf(name) < index);
      for (const { id } of namesakes) {
        const name = drawPersonaName(this.randomness, taken);
        taken.push(name);
        await this.personas.rename(tx, id, name);
      }
      if (namesakes.length > 0) await this.pages.drop(tx, 'everything'); // a name stands on many pages
    });
  }
}
