import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of a release. */
export interface ReleasedFile {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the content, hexadecimal. */
  readonly sha256: string;
}

/** One export of all entries in force: its progress while it runs, its files afterwards. */
@Entity({ schema: 'faq', name: 'release' })
export class FaqRelease {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') state!: 'running' | 'done' | 'failed';
  /** Files written so far, of `total`. */
  @Column('int') done!: number;
  @Column('int') total!: number;
  @Column('int', { name: 'entry_count' }) entryCount!: number;
  @Column('jsonb') files!: ReleasedFile[];
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}
