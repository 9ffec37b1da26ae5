import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ThreadKind = 'question' | 'discussion';
export type Lang = 'de' | 'en';

/** What the board asked beside the question, in the words it had then, and the answer. */
export interface ThreadDetail {
  readonly labelDe: string;
  readonly labelEn: string;
  readonly value: string;
}

/** One question or discussion with what lists show of it; its posts hold the text. */
@Entity({ schema: 'forum', name: 'thread' })
export class Thread {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'public_id' }) publicId!: string;
  @Column('uuid', { name: 'board_id' }) boardId!: string;
  /** Null once the author was erased. */
  @Column('uuid', { name: 'author_id', nullable: true }) authorId!: string | null;
  @Column('text') kind!: ThreadKind;
  @Column('text') title!: string;
  @Column('text') slug!: string;
  @Column('text') lang!: Lang;
  @Column('text', { array: true }) tags!: string[];
  /** At most three. */
  @Column('jsonb') details!: readonly ThreadDetail[];
  /** First words of the opening post, empty while that is a stub. */
  @Column('text') excerpt!: string;
  /** First line of the first solution. */
  @Column('text', { name: 'solution_excerpt', nullable: true }) solutionExcerpt!: string | null;
  /** Who answers for the first solution; null without one, for a private opinion, and once they were erased. */
  @Column('uuid', { name: 'solution_author_id', nullable: true }) solutionAuthorId!: string | null;
  /** Rounded to the quarter of an hour when a persona wrote. */
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_post_at' }) lastPostAt!: Date;
  @Column('uuid', { name: 'last_author_id', nullable: true }) lastAuthorId!: string | null;
  /** All posts, stubs included: the last position. */
  @Column('int', { name: 'post_count' }) postCount!: number;
  /** Replies that can be read; remarks on them, as old sites have them, answer nothing. */
  @Column('int', { name: 'reply_count' }) replyCount!: number;
  @Column('int', { name: 'solution_count' }) solutionCount!: number;
  /** People who have the same problem as the asker; counted by identity, which alone knows who they are. */
  @Column('int', { name: 'same_problem_count' }) sameProblemCount!: number;
  @Column('int', { name: 'view_count' }) viewCount!: number;
  @Column('timestamptz', { name: 'pinned_at', nullable: true }) pinnedAt!: Date | null;
  @Column('timestamptz', { name: 'locked_at', nullable: true }) lockedAt!: Date | null;
  /** Slow mode: minutes between two replies of one person; null where everybody writes as they like. */
  @Column('int', { name: 'slow_minutes', nullable: true }) slowMinutes!: number | null;
  /** Kept out of search engines, sitemap and feeds, as its author wishes; our own search finds it. */
  @Column('boolean') unindexed!: boolean;
  @Column('timestamptz', { name: 'hidden_at', nullable: true }) hiddenAt!: Date | null;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  /** Where its posts are now; then it is deleted, and nothing but an address. */
  @Column('uuid', { name: 'merged_into_id', nullable: true }) mergedIntoId!: string | null;
  /** The thread that asked the same before; never one that is a duplicate itself. */
  @Column('uuid', { name: 'duplicate_of_id', nullable: true }) duplicateOfId!: string | null;
}

/** Whether there is something to read: neither hidden nor deleted. */
export const isStanding = ({ hiddenAt, deletedAt }: Pick<Thread, 'hiddenAt' | 'deletedAt'>): boolean =>
  hiddenAt === null && deletedAt === null;
