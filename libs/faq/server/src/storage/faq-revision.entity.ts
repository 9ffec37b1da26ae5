import type { Locale } from '@kundig/platform/server';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One state of an entry's text; never changed once written. */
@Entity({ schema: 'faq', name: 'revision' })
export class FaqRevision {
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId!: string;
  /** From 1. */
  @PrimaryColumn('int') number!: number;
  @Column('uuid', { name: 'board_id' }) boardId!: string;
  @Column('text') lang!: Locale;
  @Column('text') question!: string;
  @Column('text') slug!: string;
  @Column('text', { name: 'answer_md' }) answerMd!: string;
  @Column('text', { name: 'answer_html' }) answerHtml!: string;
  @Column('int', { name: 'render_version' }) renderVersion!: number;
  /** Member who wrote it. */
  @Column('uuid', { name: 'edited_by' }) editedBy!: string;
  @Column('timestamptz', { name: 'edited_at' }) editedAt!: Date;
  /** Chosen by the form; makes a resend find what it wrote the first time. */
  @Column('uuid', { name: 'client_key' }) clientKey!: string;
}
