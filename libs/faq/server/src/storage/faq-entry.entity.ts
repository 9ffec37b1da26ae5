import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why editors should look at an entry again: its answer is no solution any more, or can no longer be read. */
export type ReviewReason = 'solution-withdrawn' | 'source-gone';

/** An FAQ entry: where it comes from and which of its revisions is in force. One per thread. */
@Entity({ schema: 'faq', name: 'entry' })
export class FaqEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'public_id' }) publicId!: string;
  @Column('uuid', { name: 'thread_id' }) threadId!: string;
  /** The solution the answer was made from. */
  @Column('uuid', { name: 'post_id' }) postId!: string;
  /** Number of the revision the editors work on. */
  @Column('int', { name: 'latest_number' }) latestNumber!: number;
  /** Number of the revision everybody reads; null when none is in force. */
  @Column('int', { name: 'released_number', nullable: true }) releasedNumber!: number | null;
  @Column('text', { nullable: true }) review!: ReviewReason | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
