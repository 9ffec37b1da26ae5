import { MARKDOWN_MAX_LENGTH } from '@kundig/platform/server';
import type { ReportProblem } from '../dump/import-problem.js';
import type { ExternalPostId, ImportedPost, ImportedThread } from './imported-thread.js';
import type { AnswerRecord, CommentRecord, PostRecord, QuestionRecord } from './source-records.js';

/** What assembling asks about the rest of the source. */
export interface ThreadFacts {
  /** Up-votes of a question or answer. */
  upVotes(post: QuestionRecord | AnswerRecord): number;
  /** Questions of the source that this one repeats. */
  duplicatesOf(questionId: number): readonly number[];
  /** The Markdown of a record. May throw on a body that cannot be converted. */
  toMarkdown(record: PostRecord): string;
}

/**
 * Puts the records of one question together, in reading order.
 *
 * @returns null if there is no question among them, or if it cannot be converted: its answers and comments are then
 *   reported one by one, never delivered as half a thread
 */
export function assembleThread(
  records: readonly PostRecord[],
  facts: ThreadFacts,
  report: ReportProblem,
): ImportedThread | null {
  const leaveOut = (
    record: PostRecord,
    code: 'orphaned' | 'unconvertible' | 'repeated',
    reason: string,
  ): null => {
    report({ file: record.file, line: record.line, code, reason });
    return null;
  };
  const convert = (record: PostRecord): { markdown: string } | null => {
    try {
      const markdown = facts.toMarkdown(record);
      if (markdown.length > MARKDOWN_MAX_LENGTH)
        throw new Error(`${markdown.length} characters, ${MARKDOWN_MAX_LENGTH} at most`);
      return { markdown };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return leaveOut(
        record,
        'unconvertible',
        `${nameOf(record)} cannot be turned into Markdown: ${why.slice(0, 200)}`,
      );
    }
  };

  const question = records.find((record) => record.kind === 'question');
  const opening = question && convert(question);
  if (!question || !opening) {
    for (const record of records) {
      if (record !== question)
        leaveOut(record, 'orphaned', `${nameOf(record)} belongs to a question that cannot be imported`);
    }
    return null;
  }

  const answers = records.filter((record) => record.kind === 'answer').sort(byDate);
  const commentsOf = byPost(distinct(records, leaveOut).sort(byDate));
  const posts: ImportedPost[] = [];
  const append = (record: QuestionRecord | AnswerRecord, body: { markdown: string } | null): void => {
    const own = commentsOf.get(record.id) ?? [];
    if (body === null) {
      for (const comment of own)
        leaveOut(comment, 'orphaned', `${nameOf(comment)} belongs to a post that cannot be imported`);
      return;
    }
    const upVotes = facts.upVotes(record);
    const accepted = record.id === question.acceptedAnswerId;
    posts.push(post(record, record === question ? null : nameOf(question), body.markdown, upVotes, accepted));
    for (const comment of own) {
      const text = convert(comment);
      if (text) posts.push(post(comment, nameOf(record), text.markdown, comment.score, false));
    }
  };
  append(question, opening);
  for (const answer of answers) append(answer, convert(answer));

  const { acceptedAnswerId } = question;
  if (acceptedAnswerId !== null && !posts.some((candidate) => candidate.accepted)) {
    const reason = `answer:${acceptedAnswerId}, accepted for ${nameOf(question)}, is missing`;
    report({ file: question.file, line: question.line, code: 'dangling', reason });
  }
  return {
    externalId: `question:${question.id}`,
    title: question.title,
    tags: question.tags,
    createdAt: new Date(question.createdAt),
    views: question.views,
    closedAt: question.closedAt === null ? null : new Date(question.closedAt),
    duplicateOf: facts.duplicatesOf(question.id).map((original) => `question:${original}` as const),
    posts: posts as [ImportedPost, ...ImportedPost[]],
  };
}

const nameOf = (record: PostRecord): ExternalPostId => `${record.kind}:${record.id}`;

const byDate = (one: PostRecord, other: PostRecord): number =>
  one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : one.id - other.id;

/** The comments among the records, each id once. */
function distinct(
  records: readonly PostRecord[],
  leaveOut: (record: PostRecord, code: 'repeated', reason: string) => null,
): CommentRecord[] {
  const seen = new Set<number>();
  return records
    .filter((record) => record.kind === 'comment')
    .filter((comment) => {
      if (seen.has(comment.id)) leaveOut(comment, 'repeated', `${nameOf(comment)} came before`);
      return !seen.has(comment.id) && seen.add(comment.id);
    });
}

function byPost(comments: readonly CommentRecord[]): Map<number, CommentRecord[]> {
  const groups = new Map<number, CommentRecord[]>();
  for (const comment of comments) {
    const group = groups.get(comment.postId);
    if (group) group.push(comment);
    else groups.set(comment.postId, [comment]);
  }
  return groups;
}

function post(
  record: PostRecord,
  inReplyTo: ExternalPostId | null,
  markdown: string,
  upVotes: number,
  accepted: boolean,
): ImportedPost {
  const editedAt = record.kind === 'comment' || record.editedAt === null ? null : new Date(record.editedAt);
  const { kind, author } = record;
  return {
    externalId: nameOf(record),
    kind,
    inReplyTo,
    author,
    createdAt: new Date(record.createdAt),
    editedAt,
    markdown,
    upVotes,
    accepted,
  };
}
