import { Injectable } from '@nestjs/common';
import {
  Clock,
  Conflict,
  IdentityDatabase,
  minutesBefore,
  NotFound,
  type RequestContext,
} from '@kundig/platform/server';
import { PersonaDirectory } from '../port/persona-directory.js';
import { SETTLED_AFTER_MINUTES } from '../port/voices.js';
import { PersonaSeals } from '../seals/persona-seals.js';
import { AccountRepository } from '../storage/account.repository.js';
import { GivenUpPersonaRepository } from '../storage/given-up-persona.repository.js';
import { OwnPassword, wrongPassword } from './own-password.js';

/**
 * Takes a member and one of its personas apart for good: what was written stays the persona's, and the member is to the
 * thread as though it had never been there. No transaction spans both sides: the mark comes first, by which nobody writes
 * any more, and what a crash leaves undone is finished by the night.
 *
 * It is never refused for what others do with the persona, as that would tell its author: suspensions and reveals go by the
 * sealed link, which the app side keeps for a while and the night destroys (docs/adr/0012).
 */
@Injectable()
export class GiveUpPersonaService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly own: OwnPassword,
    private readonly accounts: AccountRepository,
    private readonly personas: PersonaDirectory,
    private readonly seals: PersonaSeals,
    private readonly rows: GivenUpPersonaRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws InvalidInput    (field `currentPassword`) it is not the account's
   * @throws NotFound        there is no such persona, or it is somebody else's
   * @throws Conflict        the member is writing under it at this moment
   * @throws TooManyRequests as for signing in
   */
  async execute(
    ctx: RequestContext,
    { publicId, currentPassword }: { publicId: string; currentPassword: string },
  ): Promise<void> {
    const { id, memberId, passwordHash } = await this.own.prove(ctx, currentPassword);
    const personaId = await this.personas.idOf(ctx, publicId);
    if (personaId === null) throw new NotFound();
    const marked = await this.database.transaction(ctx, async (tx) => {
      if (!(await this.accounts.lock(tx, id, passwordHash))) throw wrongPassword();
      const settled = minutesBefore(this.clock.now(), SETTLED_AFTER_MINUTES);
      const states = (await this.rows.lock(tx, id, settled)).filter(
        ({ sealedPersona, keyVersion, threadId }) =>
          this.seals.openIndex({ value: sealedPersona, keyVersion }, memberId, threadId) === personaId,
      );
      if (states.length === 0) throw new NotFound();
      if (states.some(({ isWriting }) => isWriting)) throw new Conflict('identity:error.personaWrites');
      const ids = states.map((state) => state.id);
      await this.rows.mark(tx, ids);
      return ids;
    });
    await this.personas.giveUp(ctx, [personaId]);
    await this.rows.forget(ctx, marked);
  }
}
