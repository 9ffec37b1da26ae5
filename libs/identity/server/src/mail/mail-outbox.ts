import { Injectable } from '@nestjs/common';
import { Clock, Environment, Randomness, type RequestContext } from '@kundig/platform/server';
import { IdentityJobs } from '../identity-jobs.js';
import { OutboxRepository } from '../storage/outbox.repository.js';
import type { Letter } from './letter.js';
import { SEND_MAIL } from './send-mail.job.js';

const DAY_MS = 24 * 3_600_000;

/** How long a mail without an end of its own may wait: older news would only astonish. */
const MAY_WAIT_MS = 7 * DAY_MS;

/** Mails that are released at once; what is left goes with the next hour. */
const MOST_RELEASED = 5_000;

/** A mail to one person. */
export interface NewMail extends Letter {
  readonly recipient: string;
  /** Whether administrators may read whom it goes to: it tells of an account alone, of no nickname and no post. */
  readonly recipientShown?: boolean;
  /** Whose mail it is, so that it goes when the account goes. */
  readonly accountId?: string;
  /** What it may quote, see `OutboxMail`; nothing when absent. */
  readonly about?: readonly string[];
  /** Id of the registration or the guest's question that its link confirms. */
  readonly admits?: string;
  /** Replaces the mark in the text while sending. */
  readonly secretLink?: string;
  /** When its link ends; a week from now when absent. */
  readonly goodUntil?: Date;
  /** A second mail of the same key is not sent. */
  readonly onceKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The one door for mails: a row and a job in the transaction of the write. */
@Injectable()
export class MailOutbox {
  constructor(
    private readonly mails: OutboxRepository,
    private readonly jobs: IdentityJobs,
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Two statements for any number of mails. */
  async send(tx: RequestContext, ...mails: NewMail[]): Promise<void> {
    const now = this.clock.now();
    const host = new URL(this.environment.baseUrl).hostname;
    const ids = await this.mails.add(
      tx,
      mails.map((mail) => ({
        id: this.randomness.uuid(),
        onceKey: mail.onceKey ?? null,
        accountId: mail.accountId ?? null,
        about: [...(mail.about ?? [])],
        admits: mail.admits ?? null,
        recipient: mail.recipient,
        recipientShown: mail.recipientShown ?? false,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        headers: { ...mail.headers },
        secretLink: mail.secretLink ?? null,
        messageId: `<${this.randomness.uuid()}@${host}>`,
        state: 'waiting' as const,
        attempts: 0,
        leasedUntil: null,
        createdAt: now,
        goodUntil: mail.goodUntil ?? new Date(now.getTime() + MAY_WAIT_MS),
      })),
    );
    await this.try(tx, ids);
  }

  /**
   * Has mails tried at once that wait, and still make sense.
   * @param of `all`, or the `untried` ones, which wait for a mail server
   * @returns how many
   */
  async release(tx: RequestContext, of: 'all' | 'untried'): Promise<number> {
    const now = this.clock.now();
    const ids = await this.mails.waiting(tx, { now, limit: MOST_RELEASED, untried: of === 'untried' });
    await this.try(tx, ids);
    return ids.length;
  }

  /** Forgets mails that wait and have nothing to confirm any more. @param admitted ids of registrations or guests' questions */
  withdraw(tx: RequestContext, admitted: readonly string[]): Promise<void> {
    return this.mails.withdraw(tx, admitted);
  }

  private try(tx: RequestContext, ids: readonly string[]): Promise<void> {
    const jobs = ids.map((mailId) => ({
      task: SEND_MAIL,
      payload: { mailId },
      jobKey: `send-mail:${mailId}`,
    }));
    return this.jobs.add(tx, ...jobs);
  }
}
