import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a post said until somebody replaced it. */
@Entity({ schema: 'forum', name: 'post_revision' })
export class PostRevision {
  @PrimaryColumn('uuid', { name: 'post_id' }) postId!: string;
  /** From 1, the first text. */
  @PrimaryColumn('int') number!: number;
  /** Of the thread, with its opening post; null with replies. */
  @Column('text', { nullable: true }) title!: string | null;
  /** Null exactly where the title is. */
  @Column('text', { array: true, nullable: true }) tags!: string[] | null;
  @Column('text', { name: 'body_md' }) bodyMd!: string;
  /** Who put something else in its place; null once erased. */
  @Column('uuid', { name: 'replaced_by', nullable: true }) replacedBy!: string | null;
  /** Rounded to the quarter of an hour when a persona did. */
  @Column('timestamptz', { name: 'replaced_at' }) replacedAt!: Date;
}
