import { Injectable } from '@nestjs/common';
import { Clock, minutesBefore, type RequestContext } from '@kundig/platform/server';
import {
  SecondFactorRepository,
  type OwnFactor,
  type StoredFactor,
} from '../storage/second-factor.repository.js';
import { FactorSeal } from './factor-seal.js';

/** How long what was begun may be looked at and confirmed. */
export const SET_UP_MINUTES = 30;

/** A second factor that its owner is setting up. */
export interface BegunFactor {
  readonly stored: StoredFactor;
  readonly secret: Buffer;
  readonly recoveryCodes: readonly string[];
}

/** What members are shown of their own second factor. */
@Injectable()
export class OwnFactors {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly seal: FactorSeal,
    private readonly clock: Clock,
  ) {}

  /** @returns recovery codes that are left; null where none is in force */
  async codesLeft(ctx: RequestContext): Promise<number | null> {
    const factor = await this.of(ctx);
    return factor?.confirmedAt ? factor.codesLeft : null;
  }

  /** @returns what waits to be confirmed; null when that is nothing, or was begun too long ago */
  async begun(ctx: RequestContext): Promise<BegunFactor | null> {
    const stored = await this.of(ctx);
    if (!stored?.sealedCodes || stored.begunAt <= minutesBefore(this.clock.now(), SET_UP_MINUTES))
      return null;
    const { accountId, keyVersion } = stored;
    const secret = this.seal.open({ value: stored.sealedSecret, keyVersion }, accountId, 'secret');
    const codes = this.seal.open({ value: stored.sealedCodes, keyVersion }, accountId, 'codes');
    return secret && codes && { stored, secret, recoveryCodes: codes.toString().split(' ') };
  }

  /** One statement a request. */
  private of(ctx: RequestContext): Promise<OwnFactor | null> {
    const { memberId } = ctx.actor;
    return ctx.remember(this, () =>
      memberId ? this.factors.ofMember(ctx, memberId) : Promise.resolve(null),
    );
  }
}
