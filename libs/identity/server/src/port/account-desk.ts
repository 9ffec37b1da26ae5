import { Injectable } from '@nestjs/common';
import { RequestContext } from '@kundig/platform/server';
import { AccountRepository } from '../storage/account.repository.js';
import { SecondFactorRepository } from '../storage/second-factor.repository.js';

/** What the operator may look up about an account; who may, and that it is written down, is settled by the caller. */
@Injectable()
export class AccountDesk {
  private readonly ctx = RequestContext.system();

  constructor(
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactorRepository,
  ) {}

  /** @returns the address the member signs in with; null where no account stands behind the member */
  mailOf(memberId: string): Promise<string | null> {
    return this.accounts.mailOfMember(this.ctx, memberId);
  }

  /** @returns whether the member signs in with a second factor */
  async hasSecondFactor(memberId: string): Promise<boolean> {
    return ((await this.factors.ofMember(this.ctx, memberId))?.confirmedAt ?? null) !== null;
  }
}
