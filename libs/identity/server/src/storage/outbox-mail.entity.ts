import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `waiting` for the job or for a mail server, `sent`, or `kept`: refused for good, or too old by now. */
export type MailState = 'waiting' | 'sent' | 'kept';

/** A mail to one person. */
@Entity({ schema: 'identity', name: 'outbox_mail' })
export class OutboxMail {
  @PrimaryColumn('uuid')
  id!: string;

  /** A second mail of the same key is not added. */
  @Column('text', { name: 'once_key', nullable: true })
  onceKey!: string | null;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: string | null;

  /**
   * Keys of the threads and articles it may quote, or of the account where it gives a reason about the person; null where
   * that is unknown. Beside an account it says no more than `thread_state` does, and no road leads out of this schema.
   */
  @Column('uuid', { array: true, nullable: true })
  about!: string[] | null;

  /** Id of the registration or the guest's question that its link confirms; the outbox page lists the address instead of it. */
  @Column('uuid', { nullable: true })
  admits!: string | null;

  @Column('text')
  recipient!: string;

  /** Whether the outbox page names the recipient: what other mails say, or when they went out, could tell who somebody is. */
  @Column('boolean', { name: 'recipient_shown' })
  recipientShown!: boolean;

  @Column('text')
  subject!: string;

  /** Plain text; where the secret link belongs stands a mark. */
  @Column('text')
  text!: string;

  @Column('text')
  html!: string;

  @Column('jsonb')
  headers!: Record<string, string>;

  /** Put in while sending, forgotten afterwards, never shown. */
  @Column('text', { name: 'secret_link', nullable: true })
  secretLink!: string | null;

  /** Random, and the same for every try. */
  @Column('text', { name: 'message_id' })
  messageId!: string;

  @Column('text')
  state!: MailState;

  @Column('int')
  attempts!: number;

  /** Until then one worker has it. */
  @Column('timestamptz', { name: 'leased_until', nullable: true })
  leasedUntil!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Afterwards it makes no sense any more, and is not sent. */
  @Column('timestamptz', { name: 'good_until' })
  goodUntil!: Date;
}
