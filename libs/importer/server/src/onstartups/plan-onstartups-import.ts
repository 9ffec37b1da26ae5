import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { z } from 'zod';
import { createHtmlToMarkdown } from '../convert/html-to-markdown.js';
import { UnreadableDumpError } from '../dump/import-problem.js';
import { describeIssues } from '../dump/read-table.js';
import { readLines } from '../dump/read-text.js';
import { LONGEST_BODY, cleanText } from '../dump/table-rows.js';
import type { ImportPlan } from '../plan/imported-thread.js';
import type { PlanOptions } from '../plan/plan-import.js';
import { SourceCollector } from '../plan/source-collector.js';

const id = z
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1);
const name = z
  .string()
  .max(200)
  .transform((value) => cleanText(value).replace(/\s+/g, ' ').trim() || undefined)
  .nullish();
const post = z.object({
  id,
  author: name,
  author_id: z
    .number()
    .int()
    .min(-1)
    .max(2 ** 31 - 1)
    .nullish(),
  date: z.iso.date(),
  score: z.number().int().default(0),
  body: z.string().max(LONGEST_BODY).transform(cleanText),
});
const questionLine = post.extend({
  title: z
    .string()
    .max(1_000)
    .transform((value) => cleanText(value).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1)),
  tags: z.array(z.string().max(100)).max(10).default([]),
  answers: z.array(post).max(10_000).default([]),
});
const duplicateLine = z.object({ id, duplicate_of: id });

/**
 * Plans the import of a site kept as NDJSON: `questions.ndjson` (a thread on each line, its answers inside) and, if
 * there, `duplicates.ndjson`; either may be packed (`.gz`). It has no votes, no comments and no accepted answers;
 * scores stand in for up-votes. Bodies are Markdown mixed with HTML.
 *
 * @param folder holds the files
 * @returns the plan; its owner closes it
 * @throws UnreadableDumpError if there are no questions or a file is damaged
 */
export async function planOnStartupsImport(folder: string, options: PlanOptions): Promise<ImportPlan> {
  const questions = await find(folder, 'questions.ndjson');
  if (questions === null)
    throw new UnreadableDumpError(`${folder} holds no questions.ndjson or questions.ndjson.gz.`);
  const duplicates = await find(folder, 'duplicates.ndjson');
  const collector = new SourceCollector(options.report, options.memoryBudget);
  try {
    for await (const { place, value } of readNdjson(questions, questionLine, options)) {
      const record = (row: z.output<typeof post>) => {
        const author = collector.authors.note(row.author_id ?? undefined, row.author ?? undefined);
        const { id, score, body } = row;
        return { ...place, id, author, createdAt: `${row.date}T00:00:00.000Z`, editedAt: null, score, body };
      };
      const { title, tags } = value;
      await collector.addPost({
        ...record(value),
        kind: 'question',
        title,
        tags,
        views: 0,
        closedAt: null,
        acceptedAnswerId: null,
      });
      for (const answer of value.answers)
        await collector.addPost({ ...record(answer), kind: 'answer', questionId: value.id });
    }
    if (duplicates !== null) {
      for await (const { place, value } of readNdjson(duplicates, duplicateLine, options)) {
        collector.addDuplicate(value.id, value.duplicate_of, place);
      }
    }
  } catch (error) {
    await collector.abandon();
    throw error;
  }
  // Through HTML, because our Markdown shows HTML as text. What is unsafe in it falls in the conversion.
  const markdown = new MarkdownIt({ html: true });
  const htmlToMarkdown = createHtmlToMarkdown({ site: options.site });
  return collector.finish(options.naming, (record) => htmlToMarkdown(markdown.render(record.body)));
}

async function find(folder: string, name: string): Promise<string | null> {
  for (const path of [join(folder, name), join(folder, `${name}.gz`)]) {
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return null;
}

async function* readNdjson<Schema extends z.ZodType>(path: string, schema: Schema, { report }: PlanOptions) {
  const file = basename(path);
  for await (const { number: line, text } of readLines(path)) {
    if (text.trim() === '') continue;
    const place = { file, line };
    const json = parseJson(text);
    if (json === undefined) {
      report({ ...place, code: 'malformed', reason: 'the line is not JSON' });
      continue;
    }
    const parsed = schema.safeParse(json);
    if (parsed.success) yield { place, value: parsed.data };
    else report({ ...place, code: 'invalid', reason: describeIssues(parsed.error) });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
