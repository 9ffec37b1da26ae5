import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `member` is the public side of an account (or of an imported author), `persona` a voice for one thread. */
export type PseudonymKind = 'member' | 'persona';

/** The one author key of all content. Nothing here leads to an account. */
@Entity({ schema: 'pseudonyms', name: 'pseudonym' })
export class Pseudonym {
  @PrimaryColumn('uuid')
  id!: string;

  /** Id in addresses and answers; random. */
  @Column('text', { name: 'public_id' })
  publicId!: string;

  @Column('text')
  kind!: PseudonymKind;

  /** The one thread a persona speaks in; null for members. */
  @Column('uuid', { name: 'thread_id', nullable: true })
  threadId!: string | null;

  /** Unique among members, and among the personas of a thread, whatever the case. */
  @Column('citext')
  name!: string;

  /** Random; the picture is drawn from it alone. */
  @Column('text', { name: 'picture_seed' })
  pictureSeed!: string;

  /** Rounded down to the quarter of an hour. */
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Set when the person has left; the name is gone, the posts stay. */
  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
