import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '@kundig/platform/server';

/** A person who signs in. Its id never leaves the schema `identity`; `memberId` points up by value. */
@Entity({ schema: 'identity', name: 'account' })
export class Account {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('citext')
  mail!: string;

  /** argon2id, with its parameters and salt inside. */
  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  /** 16 random bytes from which persona lookups are made. */
  @Column('bytea')
  secret!: Buffer;

  @Column('text')
  locale!: Locale;

  /** Of one that is `leaving` nothing is left but what the job needs that forgets it. */
  @Column('text')
  state!: 'active' | 'blocked' | 'leaving';

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
