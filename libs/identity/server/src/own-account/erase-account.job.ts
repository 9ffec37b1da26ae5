import { Injectable } from '@nestjs/common';
import {
  IdentityDatabase,
  JobHandler,
  PersonalDataHandlers,
  type RequestContext,
} from '@kundig/platform/server';
import { AccountLetters } from '../mail/account-letters.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import { AccountRepository } from '../storage/account.repository.js';
import { PersonalDataRepository } from '../storage/personal-data.repository.js';

/** Payload: `accountId`, of who has left. */
export const ERASE_ACCOUNT = 'identity.erase-account';

/** Forgets who has left: first in all other domains, at last here, so that a run that broke off finds its way again. */
@Injectable()
export class EraseAccount {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly accounts: AccountRepository,
    private readonly handlers: PersonalDataHandlers,
    private readonly data: PersonalDataRepository,
    private readonly letters: AccountLetters,
    private readonly outbox: MailOutbox,
  ) {}

  /**
   * The other domains hear of the member alone. Were the personas to change in the same moment, everybody could see which
   * belong together and to whom; what they wrote stays as it is, and with the account goes the secret that leads to them.
   * The night's comparison cuts their links, which by then lead nowhere.
   */
  @JobHandler({ task: ERASE_ACCOUNT, side: 'identity' })
  async run(ctx: RequestContext, payload: { accountId?: string }): Promise<void> {
    const account = await this.accounts.byId(ctx, payload.accountId!);
    if (account?.state !== 'leaving') return;
    const { id, memberId, mail, locale } = account;
    await this.handlers.erase(ctx, { accountId: null, pseudonymIds: [memberId] });
    await this.database.transaction(ctx, async (tx) => {
      if ((await this.data.erase(tx, id)) === 0) return; // another run was faster
      await this.outbox.send(tx, {
        ...this.letters.accountDeleted(locale),
        ...{ recipient: mail, recipientShown: true },
      });
    });
  }
}
