import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  PersonalData,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
  type RequestContext,
} from '@kundig/platform/server';

/**
 * Which entries an editor wrote and approved. Nothing about askers and helpers is kept here: an entry has their words
 * without their names.
 */
@Injectable()
@PersonalData({ tables: ['faq.revision', 'faq.approval'] })
export class FaqPersonalData implements PersonalDataHandler {
  constructor(private readonly database: AppDatabase) {}

  async *export(ctx: RequestContext, { pseudonymIds }: DataSubject): AsyncIterable<ExportRow> {
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT kind, question, text, number, at FROM (
         SELECT 'faq-revision' AS kind, question, answer_md AS text, number, edited_at AS at, entry_id
         FROM faq.revision WHERE edited_by = ANY($1)
         UNION ALL
         SELECT 'faq-approval', NULL, NULL, a.number, a.approved_at, a.entry_id
         FROM faq.approval a
         WHERE a.approved_by = ANY($1)) AS done
       ORDER BY at, entry_id, number, kind DESC`,
      [pseudonymIds],
    );
  }

  /**
   * Changes nothing: both ids stay as the proof that two different persons answered for a published text, and both
   * tables are insert-only. Once the member is erased, they name nobody.
   */
  async erase(): Promise<number> {
    return 0;
  }
}
