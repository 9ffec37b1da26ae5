import { Injectable } from '@nestjs/common';
import { Clock, minutesBefore, NotFound, type RequestContext } from '@kundig/platform/server';
import { PersonaDirectory } from '../port/persona-directory.js';
import { SETTLED_AFTER_MINUTES } from '../port/voices.js';
import { PersonaSeals } from '../seals/persona-seals.js';
import type { Account } from '../storage/account.entity.js';
import { AccountRepository } from '../storage/account.repository.js';
import { GivenUpPersonaRepository, type PersonaState } from '../storage/given-up-persona.repository.js';
import { wrongPassword } from './own-password.js';

/** A persona of an account, with what the account keeps of each thread in which it speaks. */
export interface OwnPersonaStates {
  readonly personaId: string;
  readonly states: readonly PersonaState[];
}

/** Finds a persona for its owner, for what only the owner may do with it. */
@Injectable()
export class OwnPersonas {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly personas: PersonaDirectory,
    private readonly seals: PersonaSeals,
    private readonly rows: GivenUpPersonaRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks account and states until the end of the transaction.
   * @param account as it was when its password was proven
   * @throws InvalidInput (field `currentPassword`) it has another one by now
   * @throws NotFound     there is no such persona, or it is somebody else's
   */
  async lock(
    tx: RequestContext,
    { id, memberId, passwordHash }: Account,
    publicId: string,
  ): Promise<OwnPersonaStates> {
    const personaId = await this.personas.idOf(tx, publicId);
    if (!(await this.accounts.lock(tx, id, passwordHash))) throw wrongPassword();
    const settled = minutesBefore(this.clock.now(), SETTLED_AFTER_MINUTES);
    const states = (await this.rows.lock(tx, id, settled)).filter(
      ({ sealedPersona, keyVersion, threadId }) =>
        this.seals.openIndex({ value: sealedPersona, keyVersion }, memberId, threadId) === personaId,
    );
    if (personaId === null || states.length === 0) throw new NotFound();
    return { personaId, states };
  }
}
