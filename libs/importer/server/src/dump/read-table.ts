import { basename } from 'node:path';
import type { z } from 'zod';
import type { Dump, TableName } from './find-tables.js';
import type { ReportProblem } from './import-problem.js';
import { readRows } from './read-rows.js';

/** A valid row and the line on which it stands. */
export interface TableRow<Row> {
  readonly line: number;
  readonly row: Row;
}

/**
 * Streams the valid rows of one table; nothing if the dump has no such table. Rows that break the schema are reported
 * and skipped.
 *
 * @param schema one of the schemas of `table-rows.ts`
 * @throws UnreadableDumpError as {@link readRows}
 */
export async function* readTable<Schema extends z.ZodType>(
  dump: Dump,
  table: TableName,
  schema: Schema,
  report: ReportProblem,
): AsyncGenerator<TableRow<z.output<Schema>>> {
  const path = dump.tables.get(table);
  if (path === undefined) return;
  for await (const { line, attributes } of readRows(path, report)) {
    const parsed = schema.safeParse(attributes);
    if (parsed.success) yield { line, row: parsed.data };
    else report({ file: basename(path), line, code: 'invalid', reason: describeIssues(parsed.error) });
  }
}

/** The issues of a schema as one clause, `Title is missing; Score is no whole number`, without quoting any value. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'row'}: ${issue.message}`)
    .join('; ');
}
