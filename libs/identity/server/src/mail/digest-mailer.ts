import { Injectable } from '@nestjs/common';
import {
  Environment,
  IdentityDatabase,
  KeyRing,
  SiteProfile,
  Translator,
  type RequestContext,
} from '@kundig/platform/server';
import type { DigestLine } from '../port/mails.js';
import type { DigestSubject } from '../port/notices.js';
import { UnsubscribeTokens } from '../seals/link-tokens.js';
import { NoticeRepository, type DueDigest } from '../storage/notice.repository.js';
import { LetterWriter } from './letter.js';
import { MailOutbox, type NewMail } from './mail-outbox.js';
import { oneClick } from './one-click.js';

/** Accounts whose daily mails are written in one go. */
const BATCH = 200;

/**
 * Writes the daily mails. What a line says is asked of the layers above, post by post for all accounts together, so that
 * they never learn who is told what.
 */
@Injectable()
export class DigestMailer {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly notices: NoticeRepository,
    private readonly tokens: UnsubscribeTokens,
    private readonly writer: LetterWriter,
    private readonly outbox: MailOutbox,
    private readonly translator: Translator,
    private readonly site: SiteProfile,
    private readonly environment: Environment,
    private readonly keys: KeyRing,
  ) {}

  /** @returns what the next batch tells of, each post once; empty when all is sent */
  async due(ctx: RequestContext, before: Date): Promise<DigestSubject[]> {
    const digests = await this.notices.due(ctx, before, BATCH);
    const subjects = digests.flatMap(({ notices }) => notices);
    return [...new Map(subjects.map((subject) => [keyOf(subject), subject])).values()];
  }

  /** Sends the batch of `due`; a subject without a line is told to nobody. Safe to repeat. */
  async send(ctx: RequestContext, before: Date, lines: readonly DigestLine[]): Promise<void> {
    const lineOf = new Map(lines.map((line) => [keyOf(line), line]));
    const digests = await this.notices.due(ctx, before, BATCH);
    const letters = digests.flatMap((digest) => this.letter(digest, before, lineOf) ?? []);
    await this.database.transaction(ctx, async (tx) => {
      await this.notices.settle(
        tx,
        digests.map(({ accountId }) => accountId),
        before,
      );
      if (letters.length > 0) await this.outbox.send(tx, ...letters);
    });
  }

  /** @returns null when nothing is left that this reader may be told */
  private letter(
    { accountId, memberId, mail, locale, notices }: DueDigest,
    before: Date,
    lineOf: ReadonlyMap<string, DigestLine>,
  ): NewMail | null {
    const told = notices.flatMap((notice) => {
      const line = lineOf.get(keyOf(notice));
      return line && (line.readers === null || line.readers.includes(memberId)) ? [line] : [];
    });
    if (told.length === 0) return null;
    const t = (part: string) =>
      this.translator.translate(locale, `identity:mail.digest.${part}`, { site: this.site.name });
    const token = this.tokens.issue({ accountId, kind: 'digest' });
    return {
      ...this.writer.write(locale, {
        subject: t('subject'),
        paragraphs: [t('text')],
        items: grouped(told).map(({ content, count }) => ({
          text: content[locale].subject + (count > 1 ? ` (${count})` : ''),
          url: this.writer.url(locale, content[locale].path),
        })),
        wayOut: { ends: 'digest', url: this.writer.url(locale, `/unsubscribe/${token}`) },
      }),
      recipient: mail,
      accountId,
      about: [...new Set(told.map(({ threadId }) => threadId))],
      onceKey: this.keys.sign(
        'mail-once',
        `${accountId}|digest:${before.toISOString()}`,
        this.keys.oldestVersion,
      ),
      headers: oneClick(this.environment.baseUrl, token),
    };
  }
}

const keyOf = ({ occasion, postId }: DigestSubject): string => `${occasion}:${postId}`;

/** Several answers in one thread are one line, which leads to the first of them. */
function grouped(lines: readonly DigestLine[]): (DigestLine & { count: number })[] {
  const groups = new Map<string, DigestLine & { count: number }>();
  for (const line of lines) {
    const key = `${line.occasion}:${line.threadId}`;
    const group = groups.get(key);
    groups.set(key, group ? { ...group, count: group.count + 1 } : { ...line, count: 1 });
  }
  return [...groups.values()];
}
