import type { ReportProblem } from '../dump/import-problem.js';
import { assembleThread } from './assemble-thread.js';
import { AuthorBook, type AuthorNaming } from './author-book.js';
import { GroupingSpill } from './grouping-spill.js';
import type { ImportPlan, SourceCounts } from './imported-thread.js';
import { SparseCounters } from './sparse-counters.js';
import type { AnswerRecord, CommentRecord, Place, PostRecord, QuestionRecord } from './source-records.js';

/** Stands in the place of a question id for posts that are no part of a thread. */
const NO_THREAD = 0xffff_ffff;

/**
 * Takes in the records of any source in any order between posts (comments after posts) and makes the plan. Holds eight
 * bytes for each post, a hundred for each author, and the spill's budget; texts wait in the spill.
 */
export class SourceCollector {
  readonly authors = new AuthorBook();
  readonly counts: SourceCounts = {
    questions: 0,
    answers: 0,
    comments: 0,
    accepted: 0,
    closed: 0,
    upVotes: 0,
    upVotesElsewhere: 0,
    downVotes: 0,
    duplicates: 0,
    otherTexts: 0,
    commentsOnOtherTexts: 0,
  };
  private readonly questionOf = new SparseCounters();
  private readonly upVotes = new SparseCounters();
  private readonly duplicates = new Map<number, number[]>();
  private readonly spill: GroupingSpill<PostRecord>;
  private hasVotes = false;

  /**
   * @param report told of everything that is left out
   * @param budget see {@link GroupingSpill}
   */
  constructor(
    private readonly report: ReportProblem,
    budget?: number,
  ) {
    this.spill = new GroupingSpill(budget);
  }

  /** Takes in a question or answer; a repeated id is reported and left out. */
  async addPost(record: QuestionRecord | AnswerRecord): Promise<void> {
    if (this.questionOf.get(record.id) !== 0) {
      this.leaveOut(record, 'repeated', `post ${record.id} came before`);
      return;
    }
    const questionId = record.kind === 'question' ? record.id : record.questionId;
    this.questionOf.set(record.id, questionId);
    if (record.kind === 'answer') this.counts.answers++;
    else {
      this.counts.questions++;
      if (record.acceptedAnswerId !== null) this.counts.accepted++;
      if (record.closedAt !== null) this.counts.closed++;
    }
    await this.spill.add(questionId, record);
  }

  /** Notes a tag wiki or another text that is no post. */
  passOver(postId: number): void {
    this.counts.otherTexts++;
    this.questionOf.set(postId, NO_THREAD);
  }

  /** Takes in a comment. To be called when all posts are in. */
  async addComment(record: CommentRecord): Promise<void> {
    const questionId = this.questionOf.get(record.postId);
    if (questionId === NO_THREAD) this.counts.commentsOnOtherTexts++;
    else if (questionId === 0)
      this.leaveOut(
        record,
        'orphaned',
        `comment:${record.id} belongs to post ${record.postId}, which is missing`,
      );
    else {
      this.counts.comments++;
      await this.spill.add(questionId, record);
    }
  }

  /** Adds up-votes to a post. To be called when all posts are in. */
  addUpVotes(postId: number, count: number): void {
    this.hasVotes = true;
    this.counts.upVotes += count;
    if (this.isPost(postId)) this.upVotes.set(postId, this.upVotes.get(postId) + count);
    else this.counts.upVotesElsewhere += count;
  }

  /** Notes that a question repeats another. To be called when all posts are in. */
  addDuplicate(questionId: number, originalId: number, place: Place): void {
    if (questionId === originalId || !this.isQuestion(questionId) || !this.isQuestion(originalId)) {
      this.report({
        ...place,
        code: 'dangling',
        reason: `question:${questionId} and question:${originalId} are not both here`,
      });
      return;
    }
    const originals = this.duplicates.get(questionId) ?? [];
    if (originals.includes(originalId)) return;
    this.counts.duplicates++;
    this.duplicates.set(questionId, [...originals, originalId]);
  }

  /**
   * Ends the collecting.
   *
   * @param toMarkdown converts a record's body; called while the threads are delivered
   */
  finish(naming: AuthorNaming, toMarkdown: (record: PostRecord) => string): ImportPlan {
    const { authors, counts, spill, report } = this;
    const facts = {
      toMarkdown,
      // Without votes the score is the least number of up-votes there must have been.
      upVotes: (post: QuestionRecord | AnswerRecord) =>
        this.hasVotes ? this.upVotes.get(post.id) : Math.max(0, post.score),
      duplicatesOf: (questionId: number) => this.duplicates.get(questionId) ?? [],
    };
    return {
      counts,
      authorCount: authors.size,
      authors: () => authors.authors(naming),
      async *threads(after) {
        for await (const { records } of spill.groups(after)) {
          const thread = assembleThread(records, facts, report);
          if (thread !== null) yield thread;
        }
      },
      close: () => spill.close(),
    };
  }

  /** Removes the temporary files of a collecting that failed. */
  abandon(): Promise<void> {
    return this.spill.close();
  }

  private isPost(id: number): boolean {
    return ![0, NO_THREAD].includes(this.questionOf.get(id));
  }

  private isQuestion(id: number): boolean {
    return this.questionOf.get(id) === id;
  }

  private leaveOut({ file, line }: Place, code: 'repeated' | 'orphaned', reason: string): void {
    this.report({ file, line, code, reason });
  }
}
