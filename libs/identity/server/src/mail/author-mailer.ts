import { Injectable } from '@nestjs/common';
import { Environment, IdentityDatabase, KeyRing, type RequestContext } from '@kundig/platform/server';
import type { AuthorMail, FollowerMail, MailRecipient, ThreadMail } from '../port/identity-port.js';
import { PersonaSeals } from '../seals/persona-seals.js';
import { UnsubscribeTokens } from '../seals/link-tokens.js';
import { ThreadStateRepository, type FollowerRow } from '../storage/thread-state.repository.js';
import { LetterWriter } from './letter.js';
import { MailOutbox, type NewMail } from './mail-outbox.js';

/** The account a recipient names, by its own id or by its member. */
interface NamedAccount {
  readonly accountId: string | null;
  readonly memberId: string | null;
}

/** Mails to people about threads. Nothing in them depends on whether somebody speaks as a member or as a persona. */
@Injectable()
export class AuthorMailer {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly states: ThreadStateRepository,
    private readonly seals: PersonaSeals,
    private readonly tokens: UnsubscribeTokens,
    private readonly writer: LetterWriter,
    private readonly outbox: MailOutbox,
    private readonly environment: Environment,
    private readonly keys: KeyRing,
  ) {}

  async deliver(ctx: RequestContext, mails: readonly AuthorMail[]): Promise<void> {
    const pairs = mails.map(({ recipient, threadId, always = false }) => ({
      ...this.accountOf(recipient),
      threadId,
      always,
    }));
    const wanted = await this.states.recipients(ctx, pairs);
    const letters = mails.flatMap((mail, index) => {
      const row = wanted.find(
        (candidate) => candidate.thread_id === mail.threadId && isSame(candidate, pairs[index]!),
      );
      return row && mayRead(mail, row) ? [this.letter(mail, row)] : [];
    });
    await this.send(ctx, letters);
  }

  async deliverToFollowers(ctx: RequestContext, mail: FollowerMail): Promise<void> {
    const except = mail.except && this.accountOf(mail.except);
    const followers = await this.states.followersOf(ctx, mail.threadId);
    const told = followers.filter((row) => mayRead(mail, row) && !(except && isSame(row, except)));
    await this.send(
      ctx,
      told.map((row) => this.letter(mail, row)),
    );
  }

  private async send(ctx: RequestContext, letters: readonly NewMail[]): Promise<void> {
    if (letters.length > 0) await this.database.transaction(ctx, (tx) => this.outbox.send(tx, ...letters));
  }

  private accountOf(recipient: MailRecipient): NamedAccount {
    if (!recipient.persona) return { accountId: null, memberId: recipient.memberId };
    const { personaId, threadId, sealedLink, keyVersion } = recipient.persona;
    const link = { value: Buffer.from(sealedLink, 'base64url'), keyVersion };
    return { accountId: this.seals.openLink(link, personaId, threadId), memberId: null };
  }

  private letter(
    { content, threadId, onceKey }: ThreadMail,
    { account_id: accountId, mail, locale }: FollowerRow,
  ): NewMail {
    const { subject, paragraphs, action } = content[locale];
    const token = this.tokens.issue({ accountId, threadId });
    return {
      ...this.writer.write(locale, {
        subject,
        paragraphs,
        action: action && { label: action.label, url: this.writer.url(locale, action.path) },
        wayOut: this.writer.url(locale, `/unsubscribe/${token}`),
      }),
      recipient: mail,
      accountId,
      onceKey: this.keys.sign('mail-once', `${accountId}|${onceKey}`),
      headers: { ...this.threading(accountId, threadId), ...this.oneClick(token) },
    };
  }

  /** Groups the mails about one thread in one mailbox; another mailbox sees another id. */
  private threading(accountId: string, threadId: string): Record<string, string> {
    const host = new URL(this.environment.baseUrl).hostname;
    const root = `<${this.keys.sign('mail-thread', `${accountId}|${threadId}`)}@${host}>`;
    return { 'In-Reply-To': root, References: root };
  }

  /** Unsubscribing in the mail program, RFC 8058. */
  private oneClick(token: string): Record<string, string> {
    return {
      'List-Unsubscribe': `<${this.environment.baseUrl}/mail/unsubscribe/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
  }
}

const isSame = (row: FollowerRow, { accountId, memberId }: NamedAccount): boolean =>
  row.account_id === accountId || row.member_id === memberId;

const mayRead = ({ readers }: ThreadMail, { member_id: memberId }: FollowerRow): boolean =>
  readers === null || readers.includes(memberId);
