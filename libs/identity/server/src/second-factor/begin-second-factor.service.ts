import { Injectable } from '@nestjs/common';
import {
  Clock,
  Conflict,
  IdentityDatabase,
  NotFound,
  Randomness,
  type RequestContext,
} from '@kundig/platform/server';
import { OwnPassword, wrongPassword } from '../own-account/own-password.js';
import { AccountRepository } from '../storage/account.repository.js';
import { SecondFactorRepository } from '../storage/second-factor.repository.js';
import { codeOf, SECRET_BYTES } from './authenticator.js';
import { FactorSeal } from './factor-seal.js';

const RECOVERY_CODES = 10;

/** 80 bits each: nobody guesses one, so a plain hash is enough. */
const CODE_BYTES = 10;

/** Makes the secret and the recovery codes of a second factor, for their owner to keep before it is put in force. */
@Injectable()
export class BeginSecondFactorService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly own: OwnPassword,
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactorRepository,
    private readonly seal: FactorSeal,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Begun again it makes others, and what was shown before is worth nothing.
   * @throws NotFound        for whoever holds no office
   * @throws InvalidInput    (field `currentPassword`) it is not the account's
   * @throws Conflict        one is in force
   * @throws TooManyRequests as for signing in
   */
  async execute(ctx: RequestContext, currentPassword: string): Promise<void> {
    if (!ctx.actor.isAppointed && !ctx.secondFactor.owed) throw new NotFound();
    const account = await this.own.prove(ctx, currentPassword);
    const codes = Array.from({ length: RECOVERY_CODES }, () => codeOf(this.randomness.bytes(CODE_BYTES)));
    const secret = this.seal.seal(this.randomness.bytes(SECRET_BYTES), account.id, 'secret');
    const sealedCodes = this.seal.seal(Buffer.from(codes.join(' ')), account.id, 'codes');
    await this.database.transaction(ctx, async (tx) => {
      if (!(await this.accounts.lock(tx, account.id, account.passwordHash))) throw wrongPassword();
      const begun = await this.factors.begin(tx, {
        ...{ accountId: account.id, sealedSecret: secret.value, sealedCodes: sealedCodes.value },
        ...{ keyVersion: secret.keyVersion, begunAt: this.clock.now() },
      });
      if (!begun) throw new Conflict('identity:error.factorInForce');
    });
  }
}
