import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  EventBus,
  Randomness,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { Notifiers } from '@kundig/pseudonyms/server';
import { NoticeFiled } from '../moderation.events.js';
import { ContentAddresses } from './content-addresses.js';
import { ContentNoticeRepository, type NoticeMatter } from './content-notice.repository.js';
import { noticeDueAt } from './notice-clock.js';
import { NoticeTokens } from './notice-tokens.js';

export interface FileNotice {
  /** Where the content stands. */
  readonly addresses: readonly string[];
  readonly matter: NoticeMatter;
  readonly explanation: string;
  readonly name: string | null;
  readonly mail: string | null;
  /** A field no person sees: whoever fills it is a program. */
  readonly website: string | null;
}

/** Takes a notice of unlawful content (Regulation (EU) 2022/2065, Article 16), from anybody and without an account. */
@Injectable()
export class FileNoticeService {
  constructor(
    private readonly database: AppDatabase,
    private readonly addresses: ContentAddresses,
    private readonly notices: ContentNoticeRepository,
    private readonly notifiers: Notifiers,
    private readonly tokens: NoticeTokens,
    private readonly limits: WriteLimits,
    private readonly events: EventBus,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  /**
   * @returns token of the page that shows how the notice stands; null for a program, which is not told
   * @throws InvalidInput an address is none of this community
   * @throws TooManyRequests for the network, or for the mail
   */
  async execute(
    ctx: RequestContext,
    { website, name, mail, ...content }: FileNotice,
  ): Promise<string | null> {
    await this.limits.consume(ctx, 'report'); // first: each address costs a look
    const subjects = await this.addresses.subjects(ctx, content.addresses);
    if (website) return null;
    const createdAt = this.clock.now();
    const notice = {
      ...content,
      id: this.random.uuid(),
      number: this.random.publicId(),
      createdAt,
      dueAt: noticeDueAt(createdAt),
    };
    // First, as no transaction spans both sides: without the notice nothing is ever answered, and it is forgotten in time.
    await this.notifiers.keep({ noticeId: notice.id, name, mail, locale: ctx.locale });
    await this.database.transaction(ctx, async (tx) => {
      await this.notices.add(tx, notice, subjects);
      await this.events.emit(tx, createdAt, new NoticeFiled({ noticeId: notice.id }));
    });
    return this.tokens.issue(notice.number);
  }
}
