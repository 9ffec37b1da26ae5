import { Injectable } from '@nestjs/common';
import {
  Clock,
  toQuarterHour,
  type Passage,
  type RedactedArticle,
  type RedactedPosts,
  type RequestContext,
} from '@kundig/platform/server';
import { AuditRepository, type AuditEntry } from '../storage/audit.repository.js';

/** Writes down what was done, in the transaction in which it is done. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly entries: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Call it last in the transaction: other appends wait for its end.
   * @param author pseudonym under which an author does it to a post of their own; then the time is rounded, as a persona
   *   must not be told by it. Without one it is the member who acts.
   */
  async record(
    tx: RequestContext,
    entry: Omit<AuditEntry, 'seq' | 'at' | 'actorId'>,
    author?: string | null,
  ): Promise<void> {
    await this.entries.append(tx, { ...entry, ...this.who(tx, author) });
  }

  /**
   * Takes a passage out of the reasons of what was done to a thread or an article, to what people wrote there, and to
   * reports on that, as far as it goes. Call it last, too.
   * @param author as above
   */
  async redact(
    tx: RequestContext,
    about: RedactedPosts | RedactedArticle,
    passage: Passage,
    author?: string | null,
  ): Promise<void> {
    const found =
      'threadId' in about
        ? this.entries.aboutThread(tx, about, passage.pattern)
        : this.entries.aboutArticle(tx, about, passage.pattern);
    for (const seq of await found)
      await this.entries.redactReason(tx, seq, passage.pattern, this.who(tx, author));
  }

  /** @returns whether the log holds such an act since the instant */
  holds(
    ctx: RequestContext,
    act: Pick<AuditEntry, 'action' | 'subjectId'> & { readonly actorId: string },
    since: Date,
  ): Promise<boolean> {
    return this.entries.holds(ctx, act, since);
  }

  private who(tx: RequestContext, author?: string | null): Pick<AuditEntry, 'at' | 'actorId'> {
    const now = this.clock.now();
    return author ? { actorId: author, at: toQuarterHour(now) } : { actorId: tx.actor.memberId, at: now };
  }
}
