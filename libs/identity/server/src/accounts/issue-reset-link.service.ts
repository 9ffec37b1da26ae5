import { Injectable } from '@nestjs/common';
import { NotFound, type RequestContext } from '@kundig/platform/server';
import { AccountRepository } from '../storage/account.repository.js';
import { ResetLinks } from './reset-links.js';

/** A link for a new password, for the operator to hand over where no mail goes out. For commands only. */
@Injectable()
export class IssueResetLinkService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly links: ResetLinks,
  ) {}

  /** @returns the address; works once, within an hour. @throws NotFound no account has that mail */
  async execute(ctx: RequestContext, mail: string): Promise<string> {
    const account = await this.accounts.byMail(ctx, mail);
    if (!account) throw new NotFound();
    return this.links.address(ctx, account.id);
  }
}
