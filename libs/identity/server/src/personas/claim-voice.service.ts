import { Injectable } from '@nestjs/common';
import { Clock, type RequestContext } from '@kundig/platform/server';
import type { ClaimedVoice, PersonaTicket, RefusedVoice, VoiceClaim } from '../port/voices.js';
import { PersonaSeals } from '../seals/persona-seals.js';
import { GivenUpPersonaRepository } from '../storage/given-up-persona.repository.js';
import { ThreadStateRepository, type ClaimRow } from '../storage/thread-state.repository.js';
import { AccountSuspensions } from '../suspensions/account-suspensions.js';
import { PersonaIndex } from './persona-index.js';

/** Fixes as whom a member speaks in a thread. */
@Injectable()
export class ClaimVoiceService {
  constructor(
    private readonly states: ThreadStateRepository,
    private readonly givenUp: GivenUpPersonaRepository,
    private readonly suspensions: AccountSuspensions,
    private readonly index: PersonaIndex,
    private readonly seals: PersonaSeals,
    private readonly clock: Clock,
  ) {}

  /** @returns as `IdentityPort.claimVoice` */
  async execute(ctx: RequestContext, claim: VoiceClaim): Promise<ClaimedVoice | RefusedVoice | null> {
    const entry = this.seals.sealIndex(claim.candidateId, claim.memberId, claim.threadId);
    const row = await this.states.claim(ctx, claim, entry, this.clock.now());
    if (!row) {
      const suspensions = await this.suspensions.heldBy(ctx, { memberId: claim.memberId });
      const givingUp = await this.givenUp.isMarked(ctx, claim.memberId, claim.threadId);
      return suspensions.length > 0 || givingUp ? { suspensions, givingUp } : null;
    }
    return { voice: row.voice, persona: row.voice === 'anonymous' ? this.ticket(claim, row) : null };
  }

  private ticket({ memberId, threadId, candidateId }: VoiceClaim, row: ClaimRow): PersonaTicket {
    const indexed = this.index.personaIn(row, memberId, threadId);
    const personaId = indexed ?? candidateId;
    const link = this.seals.sealLink(row.account_id, personaId, threadId);
    return {
      personaId,
      // The candidate in the index means that this very claim put it there: the first, or after the index was lost.
      established: row.voice_used && personaId !== candidateId,
      lookups: this.seals.lookups(threadId, row.secret).map((lookup) => lookup.toString('base64url')),
      sealedLink: link.value.toString('base64url'),
      keyVersion: link.keyVersion,
      originIds: row.origin_ids ?? [],
    };
  }
}
