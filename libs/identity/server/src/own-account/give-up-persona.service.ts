import { Injectable } from '@nestjs/common';
import { Conflict, IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import { PersonaDirectory } from '../port/persona-directory.js';
import { GivenUpPersonaRepository } from '../storage/given-up-persona.repository.js';
import { OwnPassword } from './own-password.js';
import { OwnPersonas } from './own-personas.js';

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
    private readonly ownPersonas: OwnPersonas,
    private readonly personas: PersonaDirectory,
    private readonly rows: GivenUpPersonaRepository,
  ) {}

  /**
   * @throws InvalidInput    (field `currentPassword`) it is not the account's
   * @throws NotFound        there is no such persona, or it is somebody else's
   * @throws Conflict        the member is writing under it at this moment, or has said in public that it was them
   * @throws TooManyRequests as for signing in
   */
  async execute(
    ctx: RequestContext,
    { publicId, currentPassword }: { publicId: string; currentPassword: string },
  ): Promise<void> {
    const account = await this.own.prove(ctx, currentPassword);
    const given = await this.database.transaction(ctx, async (tx) => {
      const { personaId, states } = await this.ownPersonas.lock(tx, account, publicId);
      if (states.some(({ isWriting }) => isWriting)) throw new Conflict('identity:error.personaWrites');
      if (await this.personas.isClaimed(tx, personaId)) throw new Conflict('identity:error.personaClaimed');
      const ids = states.map((state) => state.id);
      await this.rows.mark(tx, ids);
      return { personaId, ids };
    });
    await this.personas.giveUp(ctx, [given.personaId]);
    await this.rows.forget(ctx, given.ids);
  }
}
