import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  EventBus,
  PageInvalidation,
  Randomness,
  slugify,
  type RequestContext,
} from '@kundig/platform/server';
import { ThreadImported } from '../forum.events.js';
import { PostTexts } from '../posts/post-text.service.js';
import type { Post, PostKind } from '../storage/post.entity.js';
import { PostRepository } from '../storage/post.repository.js';
import type { Lang, Thread, ThreadKind } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';

/** A post that was written elsewhere or earlier. */
export interface PostToImport {
  /** Primary key; importing it again fails. */
  readonly id: string;
  readonly kind: Exclude<PostKind, 'opening'>;
  /** A member, or a persona of this thread. */
  readonly authorId: string;
  /** Markdown of at most `MARKDOWN_MAX_LENGTH` characters; may be empty. */
  readonly body: string;
  /** Already rounded to the quarter of an hour where a persona wrote. */
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  /** When it was accepted as a solution. */
  readonly solutionAt: Date | null;
}

/** A whole thread that was written elsewhere or earlier. */
export interface ThreadToImport {
  /** Primary key; importing it again fails. */
  readonly id: string;
  readonly boardId: string;
  readonly kind: ThreadKind;
  /** Cut at {@link TITLE_LIMIT} characters. */
  readonly title: string;
  readonly tags: readonly string[];
  readonly viewCount: number;
  readonly lockedAt: Date | null;
  /** Language of texts that are too short to tell. */
  readonly fallbackLang: Lang;
  readonly opening: Omit<PostToImport, 'kind' | 'solutionAt'>;
  /** In the order in which they are to stand. */
  readonly replies: readonly PostToImport[];
}

/** Longest title the database holds, in characters; old sites know longer ones than our forms allow. */
export const TITLE_LIMIT = 200;

/** Rows of one statement; PostgreSQL takes 65,535 parameters at most. */
const ROWS_AT_ONCE = 500;

/**
 * Writes a whole thread with its times, solutions and counters. Nobody is told of it: no mails, no events of single
 * posts, no usage counted; search learns of it by {@link ThreadImported}. Called by commands of the operator.
 */
@Injectable()
export class ImportThreadService {
  constructor(
    private readonly database: AppDatabase,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly texts: PostTexts,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  /**
   * One transaction, which joins that of the caller.
   * @throws RangeError when a text is longer than Markdown may be; nothing is written then
   */
  async execute(ctx: RequestContext, input: ThreadToImport): Promise<Thread> {
    const posts = this.postsOf(input);
    const thread = this.threadOf(input, posts);
    await this.database.transaction(ctx, async (tx) => {
      await this.threads.insert(tx, thread);
      for (let from = 0; from < posts.length; from += ROWS_AT_ONCE)
        await this.posts.insert(tx, ...posts.slice(from, from + ROWS_AT_ONCE));
      await this.events.emit(tx, this.clock.now(), new ThreadImported({ threadId: thread.id }));
      await this.pages.drop(tx, 'home', `board:${thread.boardId}`);
    });
    return thread;
  }

  private postsOf({ id: threadId, opening, replies, fallbackLang }: ThreadToImport): NewPost[] {
    const all = [{ ...opening, kind: 'opening' as const, solutionAt: null }, ...replies];
    return all.map(({ body, ...post }, index) => ({
      ...post,
      ...this.texts.of(body, fallbackLang),
      publicId: this.random.publicId(),
      threadId,
      position: index + 1,
      clientKey: null,
      deletedAt: null,
      hiddenAt: null,
      hiddenReason: null,
      privateOpinion: false,
    }));
  }

  private threadOf(input: ThreadToImport, posts: readonly NewPost[]): Thread {
    const title = [...input.title.normalize('NFC')].slice(0, TITLE_LIMIT).join('');
    const opening = posts[0]!;
    const last = posts.at(-1)!;
    const solutions = posts.filter(({ solutionAt }) => solutionAt !== null);
    return {
      id: input.id,
      publicId: this.random.publicId(),
      boardId: input.boardId,
      authorId: opening.authorId,
      kind: input.kind,
      title,
      slug: slugify(title, 'thema'),
      lang: opening.lang,
      tags: [...input.tags],
      details: [],
      excerpt: this.texts.excerptOf(opening.bodyHtml),
      ...this.texts.ofSolution(solutions[0]),
      createdAt: opening.createdAt,
      // The last post in order need not be the newest: comments of an old site stand below their answers.
      lastPostAt: new Date(Math.max(...posts.map(({ createdAt }) => createdAt.getTime()))),
      lastAuthorId: last.authorId,
      postCount: posts.length,
      replyCount: posts.filter(({ kind }) => kind === 'reply').length, // a comment answers nothing
      solutionCount: solutions.length,
      sameProblemCount: 0,
      viewCount: input.viewCount,
      pinnedAt: null,
      lockedAt: input.lockedAt,
      slowMinutes: null,
      unindexed: false,
      hiddenAt: null,
      deletedAt: null,
      mergedIntoId: null,
      duplicateOfId: null,
    };
  }
}

type NewPost = Omit<Post, 'isStub'>;
