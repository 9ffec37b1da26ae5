import { Injectable } from '@nestjs/common';
import { Clock, IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import { AccountLetters } from '../mail/account-letters.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import type { Letter } from '../mail/letter.js';
import type { MailRecipient } from '../port/mails.js';
import type { SuspensionView } from '../port/suspensions.js';
import { PersonaSeals } from '../seals/persona-seals.js';
import { SuspensionRepository, type SuspendedAccount } from '../storage/suspension.repository.js';

/**
 * Keeps the person behind a public author from writing, and tells them. Nothing comes back from here: whoever suspends a
 * persona learns neither who it is nor whether there still is an account.
 */
@Injectable()
export class AccountSuspensions {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly suspensions: SuspensionRepository,
    private readonly seals: PersonaSeals,
    private readonly letters: AccountLetters,
    private readonly outbox: MailOutbox,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat: the same again changes nothing and tells nobody. */
  async impose(
    ctx: RequestContext,
    author: MailRecipient,
    { reason, endsAt }: Pick<SuspensionView, 'reason' | 'endsAt'>,
  ): Promise<void> {
    const threadId = author.persona?.threadId ?? null;
    await this.database.transaction(ctx, async (tx) => {
      const account = await this.suspensions.lockAccount(tx, this.seals.accountOf(author));
      if (!account || !(await this.suspensions.impose(tx, account.id, { reason, endsAt, threadId }))) return;
      const letter = this.letters.suspended(account.locale, { reason, endsAt, threadId });
      await this.tell(tx, account, letter, threadId ?? account.id);
    });
  }

  /** Safe to repeat. One that was imposed in another way stays. */
  async lift(ctx: RequestContext, author: MailRecipient): Promise<void> {
    const threadId = author.persona?.threadId ?? null;
    await this.database.transaction(ctx, async (tx) => {
      const account = await this.suspensions.lockAccount(tx, this.seals.accountOf(author));
      if (!account || !(await this.suspensions.lift(tx, account.id, threadId, this.clock.now()))) return;
      await this.tell(tx, account, this.letters.suspensionLifted(account.locale), account.id);
    });
  }

  /** @returns those in force */
  heldBy(ctx: RequestContext, author: MailRecipient): Promise<SuspensionView[]> {
    return this.suspensions.heldBy(ctx, this.seals.accountOf(author), this.clock.now());
  }

  /** @param about the thread of the persona, or the account itself: a reason may quote what it wrote anywhere */
  private async tell(
    tx: RequestContext,
    { id, mail }: SuspendedAccount,
    letter: Letter,
    about: string,
  ): Promise<void> {
    await this.outbox.send(tx, { ...letter, recipient: mail, accountId: id, about: [about] });
  }
}
