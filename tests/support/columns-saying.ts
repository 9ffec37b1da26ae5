import { expect } from '@jest/globals';
import type { TestCommunity } from './community.js';

/** @returns every column of every table in which the words stand, in capital or small letters, whatever its type */
export async function columnsSaying(community: TestCommunity, words: string): Promise<string[]> {
  const columns = await community.owner.query<{ name: string; question: string }[]>(
    `SELECT format('%s.%s.%s', table_schema, table_name, column_name) AS name,
            format('SELECT 1 FROM %I.%I WHERE %I::text ILIKE ''%%'' || $1 || ''%%'' LIMIT 1', table_schema, table_name, column_name) AS question
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  expect(columns.length).toBeGreaterThan(200);
  const saying: string[] = [];
  for (const { name, question } of columns)
    if ((await community.owner.query<unknown[]>(question, [words])).length > 0) saying.push(name);
  return saying;
}
