import { Column, Entity, PrimaryColumn } from 'typeorm';

export type BoardVisibility = 'public' | 'members' | 'group';

/** Something a board asks beside the question itself, such as the device; never required. */
export interface QuestionField {
  readonly id: string;
  readonly labelDe: string;
  readonly labelEn: string;
  /** What can be chosen, as it stands in both languages; with none the answer is a short text. */
  readonly choices: readonly string[];
}

/** A place for threads, in a tree. Names are the operator's, in both languages. */
@Entity({ schema: 'forum', name: 'board' })
export class Board {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'public_id' }) publicId!: string;
  @Column('text') slug!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  /** Order among siblings, ascending. */
  @Column('int') rank!: number;
  @Column('text', { name: 'name_de' }) nameDe!: string;
  @Column('text', { name: 'name_en' }) nameEn!: string;
  @Column('text', { name: 'description_de' }) descriptionDe!: string;
  @Column('text', { name: 'description_en' }) descriptionEn!: string;
  @Column('text') visibility!: BoardVisibility;
  /** Set exactly when `visibility` is `group`. */
  @Column('uuid', { name: 'group_id', nullable: true }) groupId!: string | null;
  /** A group board that outsiders see as a teaser; otherwise its existence cannot be told. */
  @Column('boolean') announced!: boolean;
  /** Who may begin threads; everybody who reads may reply. */
  @Column('text') posting!: 'members' | 'staff';
  /** Nobody begins a thread here any more; what is there stays, and can be answered. */
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  /** At most three, in the order of the composer. */
  @Column('jsonb', { name: 'question_fields' }) questionFields!: readonly QuestionField[];
  /** Threads that are listed: neither hidden nor deleted. Kept by the database, as `openCount` is. */
  @Column('int', { name: 'thread_count' }) threadCount!: number;

  /** Questions without a solution among the listed threads. */
  @Column('int', { name: 'open_count' }) openCount!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
