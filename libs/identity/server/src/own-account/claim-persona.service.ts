import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import { PersonaDirectory } from '../port/persona-directory.js';
import { OwnPassword } from './own-password.js';
import { OwnPersonas } from './own-personas.js';

/**
 * Has a member say in public that a persona was them. The posts stay the persona's: nothing is credited, and other personas
 * of the member are not touched.
 */
@Injectable()
export class ClaimPersonaService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly own: OwnPassword,
    private readonly ownPersonas: OwnPersonas,
    private readonly personas: PersonaDirectory,
  ) {}

  /**
   * Safe to repeat. The account is locked while the app side writes, so that it is not given up at the same time.
   * @throws InvalidInput    (field `currentPassword`) it is not the account's
   * @throws NotFound        there is no such persona, or it is somebody else's
   * @throws TooManyRequests as for signing in
   */
  async execute(
    ctx: RequestContext,
    { publicId, currentPassword }: { publicId: string; currentPassword: string },
  ): Promise<void> {
    const account = await this.own.prove(ctx, currentPassword);
    await this.database.transaction(ctx, async (tx) => {
      const { personaId } = await this.ownPersonas.lock(tx, account, publicId);
      await this.personas.claim(tx, personaId, account.memberId);
    });
  }
}
