import { Injectable } from '@nestjs/common';
import { RequestContext } from '@kundig/platform/server';
import { AccountRepository } from '../storage/account.repository.js';

/** What the operator may look up about an account; who may, and that it is written down, is settled by the caller. */
@Injectable()
export class AccountDesk {
  private readonly ctx = RequestContext.system();

  constructor(private readonly accounts: AccountRepository) {}

  /** @returns the address the member signs in with; null where no account stands behind the member */
  mailOf(memberId: string): Promise<string | null> {
    return this.accounts.mailOfMember(this.ctx, memberId);
  }
}
