import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Lang } from './thread.entity.js';

export type PostKind = 'opening' | 'reply' | 'comment';

/** The opening text of a thread or a reply. Markdown is kept, HTML is rendered and sanitised once when it is written. */
@Entity({ schema: 'forum', name: 'post' })
export class Post {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'public_id' }) publicId!: string;
  @Column('uuid', { name: 'thread_id' }) threadId!: string;
  /** Dense from 1; stubs keep theirs. */
  @Column('int') position!: number;
  @Column('text') kind!: PostKind;
  @Column('uuid', { name: 'author_id', nullable: true }) authorId!: string | null;
  @Column('text', { name: 'body_md' }) bodyMd!: string;
  @Column('text', { name: 'body_html' }) bodyHtml!: string;
  @Column('int', { name: 'render_version' }) renderVersion!: number;
  @Column('text') lang!: Lang;
  /** Members it names by `@nickname`, found when it was written. */
  @Column('uuid', { name: 'mentioned_ids', array: true }) mentionedIds!: string[];
  /** Whether its author, who speaks for the operator, speaks as a private person here. */
  @Column('boolean', { name: 'private_opinion' }) privateOpinion!: boolean;
  /** Chosen by the form; makes a resend find the first post. */
  @Column('uuid', { name: 'client_key', nullable: true }) clientKey!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'edited_at', nullable: true }) editedAt!: Date | null;
  @Column('timestamptz', { name: 'solution_at', nullable: true }) solutionAt!: Date | null;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column('timestamptz', { name: 'hidden_at', nullable: true }) hiddenAt!: Date | null;
  @Column('text', { name: 'hidden_reason', nullable: true }) hiddenReason!: string | null;

  /** Whether only a stub of it is shown. */
  get isStub(): boolean {
    return this.deletedAt !== null || this.hiddenAt !== null;
  }
}
