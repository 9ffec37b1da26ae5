import { Injectable } from '@nestjs/common';
import {
  Clock,
  Environment,
  IdentityDatabase,
  KeyRing,
  type Locale,
  type RequestContext,
} from '@kundig/platform/server';
import type {
  AuthorMail,
  FollowerMail,
  MailContent,
  MailPreview,
  MailRecipient,
  MailToPreview,
  Mention,
  SubscriberMail,
  ThreadMail,
} from '../port/mails.js';
import {
  CHOSEN_OCCASIONS,
  DEFAULT_PACES,
  type ChosenOccasion,
  type Occasion,
  type Pace,
  type ThreadOccasion,
} from '../port/notices.js';
import { PersonaSeals, type NamedAccount } from '../seals/persona-seals.js';
import { UnsubscribeTokens, type WayOut } from '../seals/link-tokens.js';
import { NoticeRepository } from '../storage/notice.repository.js';
import { ThreadStateRepository, type FollowerRow } from '../storage/thread-state.repository.js';
import { LetterWriter, SECRET_LINK, type Letter } from './letter.js';
import { MailOutbox, type NewMail } from './mail-outbox.js';
import { oneClick } from './one-click.js';
import { ThreadingIds } from './threading-ids.js';

/** One account that is told, and of what. */
interface Told {
  readonly row: FollowerRow;
  readonly mail: ThreadMail;
  readonly occasion: ThreadOccasion;
  readonly content: Readonly<Record<Locale, MailContent>>;
}

/**
 * Tells people what happened in threads: a notice for everybody, and a mail as soon as they want one. Nothing in either
 * depends on whether somebody speaks as a member or as a persona.
 */
@Injectable()
export class AuthorMailer {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly states: ThreadStateRepository,
    private readonly notices: NoticeRepository,
    private readonly seals: PersonaSeals,
    private readonly tokens: UnsubscribeTokens,
    private readonly writer: LetterWriter,
    private readonly outbox: MailOutbox,
    private readonly threading: ThreadingIds,
    private readonly environment: Environment,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
  ) {}

  async deliver(ctx: RequestContext, mails: readonly AuthorMail[]): Promise<void> {
    const pairs = mails.map(({ recipient, threadId, occasion }) => ({
      ...this.seals.accountOf(recipient),
      threadId,
      always: OWED.has(occasion),
    }));
    const wanted = await this.states.recipients(ctx, pairs);
    const told = mails.flatMap((mail, index) => {
      const row = wanted.find(
        (candidate) => candidate.thread_id === mail.threadId && isSame(candidate, pairs[index]!),
      );
      return row ? [{ row, mail, occasion: mail.occasion, content: mail.content }] : [];
    });
    await this.tell(ctx, told);
  }

  async deliverToFollowers(ctx: RequestContext, mail: FollowerMail): Promise<void> {
    const asker = mail.asker && this.seals.accountOf(mail.asker);
    const unreadOnly = mail.occasion === 'reply';
    const rows = await this.states.followersOf(ctx, mail, unreadOnly, mail.mention?.memberIds ?? []);
    await this.tellOthers(ctx, mail, rows, (row) => (asker && isSame(row, asker) ? 'answer' : mail.occasion));
  }

  async deliverToSubscribers(ctx: RequestContext, mail: SubscriberMail): Promise<void> {
    const rows = await this.states.subscribersOf(ctx, mail, mail.mention?.memberIds ?? []);
    await this.tellOthers(ctx, mail, rows, () => 'thread');
  }

  /** The letter that recipients get, with a way out that is nobody's: a live one would let its reader end mails of others. */
  preview({ content, locale, occasion }: MailToPreview): MailPreview {
    const { subject, text } = this.write(locale, content, { ends: endsOf(occasion), token: NO_TOKEN });
    return { subject, text };
  }

  /** Everybody who needs telling; who is mentioned is told of that instead. */
  private async tellOthers(
    ctx: RequestContext,
    mail: ThreadMail & { except: readonly MailRecipient[]; mention: Mention | null },
    rows: readonly FollowerRow[],
    occasionOf: (row: FollowerRow) => ThreadOccasion,
  ): Promise<void> {
    const except = mail.except.map((recipient) => this.seals.accountOf(recipient));
    const told = rows
      .filter((row) => !except.some((account) => isSame(row, account)))
      .map((row) => {
        const mention = mail.mention?.memberIds.includes(row.member_id) ? mail.mention : null;
        return mention
          ? { row, mail, occasion: 'mention' as const, content: mention.content }
          : { row, mail, occasion: occasionOf(row), content: mail.content };
      });
    await this.tell(ctx, told);
  }

  private async tell(ctx: RequestContext, everybody: readonly Told[]): Promise<void> {
    const told = everybody.filter(({ mail, row }) => mayRead(mail, row));
    if (told.length === 0) return;
    const letters = told.filter((one) => paceOf(one) === 'at-once').map((one) => this.letter(one));
    await this.database.transaction(ctx, async (tx) => {
      await this.notices.add(
        tx,
        told.map((one) => ({
          accountId: one.row.account_id,
          onceKey: one.mail.onceKey,
          occasion: one.occasion,
          threadId: one.mail.threadId,
          postId: one.mail.postId,
          position: one.mail.position,
          inDigest: paceOf(one) === 'daily',
        })),
        this.clock.now(),
      );
      if (letters.length > 0) await this.outbox.send(tx, ...letters);
    });
  }

  private letter({ row, mail, occasion, content }: Told): NewMail {
    const { account_id: accountId, locale } = row;
    const { action } = content[locale];
    const wayOut = wayOutOf(accountId, mail, occasion);
    const token = wayOut && this.tokens.issue(wayOut);
    return {
      ...this.write(locale, content[locale], token ? { ends: endsOf(occasion), token } : null),
      recipient: row.mail,
      secretLink: action?.isSecret ? this.writer.url(locale, action.path) : undefined,
      accountId,
      about: mail.namedThreadId ? [mail.threadId, mail.namedThreadId] : [mail.threadId],
      onceKey: this.keys.sign('mail-once', `${accountId}|${mail.onceKey}`, this.keys.oldestVersion),
      headers: {
        ...this.threading.headers(accountId, mail.threadId),
        ...(token ? oneClick(this.environment.baseUrl, token) : {}),
      },
    };
  }

  private write(
    locale: Locale,
    { subject, paragraphs, action }: MailContent,
    wayOut: { ends: 'thread' | 'kind'; token: string } | null,
  ): Letter {
    return this.writer.write(locale, {
      subject,
      paragraphs,
      action: action && {
        label: action.label,
        url: action.isSecret ? SECRET_LINK : this.writer.url(locale, action.path),
      },
      wayOut: wayOut
        ? { ends: wayOut.ends, url: this.writer.url(locale, `/unsubscribe/${wayOut.token}`) }
        : undefined,
    });
  }
}

const isSame = (row: FollowerRow, { accountId, memberId }: NamedAccount): boolean =>
  row.account_id === accountId || row.member_id === memberId;

const mayRead = ({ readers }: ThreadMail, { member_id: memberId }: FollowerRow): boolean =>
  readers === null || readers.includes(memberId);

/** Decisions on what somebody wrote themselves: they cannot be turned off. */
const OWED: ReadonlySet<ThreadOccasion> = new Set([
  'hidden',
  'objection',
  'shown',
  'revealed',
  'comment-hidden',
  'comment-objection',
  'comment-shown',
]);

/** What is told as soon as something of its kind. */
const CHOSEN_AS: Partial<Record<ThreadOccasion, ChosenOccasion>> = {
  duplicate: 'solved',
  'comment-report': 'report',
};

const paceOf = ({ row, occasion }: Told): Pace => {
  const chosen = CHOSEN_AS[occasion] ?? occasion;
  return isChosen(chosen) ? (row.paces?.[chosen] ?? DEFAULT_PACES[chosen]) : 'at-once';
};

const isChosen = (occasion: Occasion): occasion is ChosenOccasion =>
  (CHOSEN_OCCASIONS as readonly string[]).includes(occasion);

/** Stands in a mail that is only looked at, where each recipient's has a token of its own. */
const NO_TOKEN = '…';

/**
 * New threads, thanks and decisions on reports come from many threads: their mails end as a kind. A decision on one's own
 * comment has none: it is owed, and nothing else is told of an article.
 */
function wayOutOf(accountId: string, { threadId }: ThreadMail, occasion: ThreadOccasion): WayOut | null {
  const kind = kindOf(occasion);
  if (kind.startsWith('comment-')) return null;
  return endsAsKind(kind) ? { accountId, kind } : { accountId, threadId };
}

const kindOf = (occasion: ThreadOccasion) => (occasion === 'comment-report' ? 'report' : occasion);

const endsAsKind = (kind: ThreadOccasion) => kind === 'thread' || kind === 'kudos' || kind === 'report';

const endsOf = (occasion: ThreadOccasion) => (endsAsKind(kindOf(occasion)) ? 'kind' : 'thread');
