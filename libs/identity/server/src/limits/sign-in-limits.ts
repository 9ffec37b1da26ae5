import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { RequestContext } from '@kundig/platform/server';
import { SIGN_IN_ALLOWANCES } from './limit-table.js';
import { consumeFrom, Limiters } from './limiters.js';

/** Tries per mail, whether it has an account or not, and per address; so neither one account nor many can be guessed at. */
@Injectable()
export class SignInLimits {
  private readonly perMail: RateLimiterAbstract;
  private readonly perAddress: RateLimiterAbstract;

  constructor(limiters: Limiters) {
    this.perMail = limiters.shared('sign-in-mail', SIGN_IN_ALLOWANCES.mail);
    this.perAddress = limiters.shared('sign-in-address', SIGN_IN_ALLOWANCES.address);
  }

  /** @throws TooManyRequests */
  async consume(ctx: RequestContext, mail: string): Promise<void> {
    await consumeFrom(this.perAddress, ctx.clientAddress ?? 'unknown');
    await consumeFrom(
      this.perMail,
      createHash('sha256').update(mail.trim().toLowerCase()).digest('base64url'),
    );
  }
}
