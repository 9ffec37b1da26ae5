import { Injectable } from '@nestjs/common';
import { Clock, InvalidInput, type RequestContext } from '@kundig/platform/server';
import { hashToken } from '../seals/link-tokens.js';
import { SecondFactorRepository } from '../storage/second-factor.repository.js';
import { stepOf } from './authenticator.js';
import { FactorSeal } from './factor-seal.js';

const SIX_DIGITS = /^\d{6}$/;

/** Takes codes: of the app, or one of the recovery codes. Each is worth something once, whoever asks at the same time. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly seal: FactorSeal,
    private readonly clock: Clock,
  ) {}

  /** @returns whether signing in to the account asks for a code */
  async isOn(ctx: RequestContext, accountId: string): Promise<boolean> {
    return ((await this.factors.ofAccount(ctx, accountId))?.confirmedAt ?? null) !== null;
  }

  /**
   * Whoever calls it has asked `SignInLimits` before: codes are short.
   * @param code as it was typed, blanks and hyphens included
   * @throws InvalidInput (field `code`) it is not one of the account's, or was used before
   */
  async spend(ctx: RequestContext, accountId: string, code: string): Promise<void> {
    if (!(await this.isSpent(ctx, accountId, plainCode(code)))) throw wrongCode();
  }

  private async isSpent(ctx: RequestContext, accountId: string, code: string): Promise<boolean> {
    const factor = await this.factors.ofAccount(ctx, accountId);
    if (!factor?.confirmedAt) return false;
    if (!SIX_DIGITS.test(code)) return this.factors.spendRecoveryCode(ctx, accountId, hashToken(code));
    const { sealedSecret: value, keyVersion } = factor;
    const secret = this.seal.open({ value, keyVersion }, accountId, 'secret');
    const step = secret && stepOf(secret, code, this.clock.now());
    return step !== null && this.factors.spendStep(ctx, accountId, step);
  }
}

/** @returns a code without what people put in between to read it */
export const plainCode = (code: string): string => code.replace(/[\s-]/g, '').toUpperCase();

/** @returns the refusal of a code that is not (any more) the account's */
export const wrongCode = (): InvalidInput => new InvalidInput('code', 'identity:error.wrongCode');
