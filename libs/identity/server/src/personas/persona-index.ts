import { Injectable } from '@nestjs/common';
import { Clock, minutesBefore, type RequestContext } from '@kundig/platform/server';
import { SETTLED_AFTER_MINUTES, type IndexedPersona, type OwnPersona } from '../port/voices.js';
import { PersonaSeals } from '../seals/persona-seals.js';
import { ThreadStateRepository, type ThreadStateRow } from '../storage/thread-state.repository.js';

/** The way from an account to its personas, entry by entry sealed. */
@Injectable()
export class PersonaIndex {
  constructor(
    private readonly states: ThreadStateRepository,
    private readonly seals: PersonaSeals,
    private readonly clock: Clock,
  ) {}

  /** @returns the persona of a member's entry for a thread; null where there is none */
  personaIn(
    row: Pick<ThreadStateRow, 'sealed_persona' | 'key_version'>,
    memberId: string,
    threadId: string,
  ): string | null {
    if (row.sealed_persona === null || row.key_version === null) return null;
    return this.seals.openIndex(
      { value: row.sealed_persona, keyVersion: row.key_version },
      memberId,
      threadId,
    );
  }

  /** @returns names under which the member spoke in threads that went over into the one of the entry */
  formerIn({ former }: Pick<ThreadStateRow, 'former'>, memberId: string): string[] {
    return (former ?? []).flatMap(
      ({ threadId, persona, keyVersion }) =>
        this.seals.openIndex({ value: Buffer.from(persona, 'hex'), keyVersion }, memberId, threadId) ?? [],
    );
  }

  async ofMember(ctx: RequestContext, memberId: string): Promise<OwnPersona[]> {
    const rows = await this.states.personasOf(ctx, memberId);
    const own = rows.flatMap((row) => {
      const personaId = this.personaIn(row, memberId, row.thread_id);
      return personaId ? [[personaId, { threadId: row.thread_id, personaId }] as const] : [];
    });
    return [...new Map(own).values()]; // a persona that goes on elsewhere is listed in each of its threads
  }

  /** @returns entries that no claim may still be making. @param after `ref` of the last one seen */
  async settled(ctx: RequestContext, after: string | null, limit: number): Promise<IndexedPersona[]> {
    const settled = minutesBefore(this.clock.now(), SETTLED_AFTER_MINUTES);
    const rows = await this.states.indexAfter(ctx, after, settled, limit);
    return rows.flatMap((row) => {
      const personaId = this.personaIn(row, row.member_id, row.thread_id);
      return personaId ? [{ ref: row.id, personaId }] : [];
    });
  }

  /** Enters a persona for its member. */
  enter(ctx: RequestContext, memberId: string, threadId: string, personaId: string): Promise<void> {
    return this.states.adopt(ctx, memberId, threadId, this.seals.sealIndex(personaId, memberId, threadId));
  }
}
