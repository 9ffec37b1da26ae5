import { basename } from 'node:path';
import { commentToMarkdown } from '../convert/comment-to-markdown.js';
import { createHtmlToMarkdown } from '../convert/html-to-markdown.js';
import { parseTags } from '../convert/tags.js';
import { findDump, type Dump, type TableName } from '../dump/find-tables.js';
import type { ReportProblem } from '../dump/import-problem.js';
import { readTable } from '../dump/read-table.js';
import {
  ANSWER,
  DOWN_VOTE,
  DUPLICATE,
  QUESTION,
  UP_VOTE,
  commentRow,
  postLinkRow,
  postRow,
  userRow,
  voteRow,
} from '../dump/table-rows.js';
import type { AuthorNaming } from './author-book.js';
import type { ImportPlan } from './imported-thread.js';
import { SourceCollector } from './source-collector.js';

/** How a source is to be read. */
export interface PlanOptions {
  /** Host name of the old site, such as `iot.stackexchange.com`; completes addresses like `/q/12`. Null if not known. */
  readonly site: string | null;
  readonly naming: AuthorNaming;
  /** Told of every row that is left out, while planning and while delivering. */
  readonly report: ReportProblem;
  /** Told which table is being read and how many of its rows have been, every thousand rows and at the end. */
  readonly progress?: (table: TableName, rows: number) => void;
  /** Characters of texts held in memory at most, 16 Mi by default; the rest waits in temporary files. */
  readonly memoryBudget?: number;
}

/**
 * Reads a Stack Exchange dump and plans its import. Each table is streamed once; `Tags` and `PostHistory` are not
 * needed. Nothing is delivered before all tables have been read to their end, so a dump that is cut off imports nothing.
 *
 * @param folder see {@link findDump}
 * @returns the plan; its owner closes it
 * @throws UnreadableDumpError if the folder is no dump or a table is damaged
 */
export async function planStackExchangeImport(folder: string, options: PlanOptions): Promise<ImportPlan> {
  const dump = await findDump(folder);
  const collector = new SourceCollector(options.report, options.memoryBudget);
  try {
    await readPosts(dump, collector, options);
    await readComments(dump, collector, options);
    await readVotes(dump, collector, options);
    await readDuplicates(dump, collector, options);
    await readNames(dump, collector, options);
  } catch (error) {
    await collector.abandon();
    throw error;
  }
  const htmlToMarkdown = createHtmlToMarkdown({ site: options.site });
  return collector.finish(options.naming, (record) =>
    record.kind === 'comment' ? commentToMarkdown(record.body, options.site) : htmlToMarkdown(record.body),
  );
}

async function readPosts(dump: Dump, collector: SourceCollector, options: PlanOptions): Promise<void> {
  const file = fileOf(dump, 'Posts');
  for await (const { line, row } of counted(
    readTable(dump, 'Posts', postRow, options.report),
    'Posts',
    options,
  )) {
    if (row.PostTypeId !== QUESTION && row.PostTypeId !== ANSWER) {
      collector.passOver(row.Id);
      continue;
    }
    const record = {
      file,
      line,
      id: row.Id,
      author: collector.authors.note(row.OwnerUserId, row.OwnerDisplayName),
      createdAt: row.CreationDate,
      editedAt: row.LastEditDate ?? null,
      score: row.Score,
      body: row.Body,
    };
    if (row.PostTypeId === ANSWER)
      await collector.addPost({ ...record, kind: 'answer', questionId: row.ParentId as number });
    else {
      await collector.addPost({
        ...record,
        kind: 'question',
        title: row.Title,
        tags: parseTags(row.Tags),
        views: row.ViewCount,
        closedAt: row.ClosedDate ?? null,
        acceptedAnswerId: row.AcceptedAnswerId ?? null,
      });
    }
  }
}

async function readComments(dump: Dump, collector: SourceCollector, options: PlanOptions): Promise<void> {
  const file = fileOf(dump, 'Comments');
  for await (const { line, row } of counted(
    readTable(dump, 'Comments', commentRow, options.report),
    'Comments',
    options,
  )) {
    const author = collector.authors.note(row.UserId, row.UserDisplayName);
    const { Id: id, PostId: postId, CreationDate: createdAt, Text: body, Score: score } = row;
    await collector.addComment({ kind: 'comment', file, line, id, postId, author, createdAt, body, score });
  }
}

async function readVotes(dump: Dump, collector: SourceCollector, options: PlanOptions): Promise<void> {
  for await (const { row } of counted(readTable(dump, 'Votes', voteRow, options.report), 'Votes', options)) {
    if (row.VoteTypeId === UP_VOTE) collector.addUpVotes(row.PostId, row.Count);
    else if (row.VoteTypeId === DOWN_VOTE) collector.counts.downVotes += row.Count;
  }
}

async function readDuplicates(dump: Dump, collector: SourceCollector, options: PlanOptions): Promise<void> {
  const file = fileOf(dump, 'PostLinks');
  for await (const { line, row } of counted(
    readTable(dump, 'PostLinks', postLinkRow, options.report),
    'PostLinks',
    options,
  )) {
    if (row.LinkTypeId === DUPLICATE) collector.addDuplicate(row.PostId, row.RelatedPostId, { file, line });
  }
}

async function readNames(dump: Dump, collector: SourceCollector, options: PlanOptions): Promise<void> {
  for await (const { row } of counted(readTable(dump, 'Users', userRow, options.report), 'Users', options)) {
    collector.authors.name(row.Id, row.DisplayName);
  }
}

const fileOf = (dump: Dump, table: TableName): string => basename(dump.tables.get(table) ?? table);

async function* counted<T>(
  rows: AsyncIterable<T>,
  table: TableName,
  { progress }: PlanOptions,
): AsyncGenerator<T> {
  let count = 0;
  for await (const row of rows) {
    if (++count % 1_000 === 0) progress?.(table, count);
    yield row;
  }
  progress?.(table, count);
}
