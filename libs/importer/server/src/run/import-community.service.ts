import { Injectable } from '@nestjs/common';
import { ImportThreadService, type Board, type PostToImport } from '@kundig/forum/server';
import { KudosRepository } from '@kundig/kudos/server';
import {
  OperatorProblem,
  AppDatabase,
  Clock,
  LongWork,
  Randomness,
  type Locale,
  type RequestContext,
} from '@kundig/platform/server';
import { Members } from '@kundig/pseudonyms/server';
import type { ImportedAuthor, ImportedPost, ImportedThread, ImportPlan } from '../plan/imported-thread.js';
import { ImportRepository, type Item, type ItemKind, type Source } from '../storage/import.repository.js';
import { keyOf } from '../storage/keys.js';
import { RenewLinks } from './renew-links.js';

export interface ImportCommunity {
  readonly plan: ImportPlan;
  readonly board: Board;
  /** Host name of the old site; null if not known, which leaves attribution and old addresses of that host out. */
  readonly site: string | null;
  readonly licence: string;
  /** Language of texts too short to tell. */
  readonly fallbackLang: Locale;
  /** Told after every thread; what it throws ends the import, to be continued by another one. */
  readonly onProgress?: (phase: ImportPhase, done: number) => void;
}

/** Each thread is brought over, then the links in it are renewed. */
export type ImportPhase = 'threads' | 'links';

/** What one run wrote; nothing, where everything had been imported before. */
export interface ImportOutcome {
  authors: number;
  threads: number;
  posts: number;
  solutions: number;
  kudos: number;
  /** Threads that were there from an earlier run. */
  knownThreads: number;
  /** Posts in which addresses of the old site were replaced or an original was named. */
  renewedPosts: number;
}

/** The board holds an import that this one would repeat or mix with; the message says what to do. */
export class BoardHoldsAnotherImport extends OperatorProblem {}

/** Authors written at once. */
const AUTHORS_AT_ONCE = 500;

/**
 * Brings a planned import into a board. Every thread is one transaction and has keys that follow from the source, so an
 * import that was cut off anywhere goes on where it stopped, and one that was finished changes nothing. Up-votes of
 * comments become no kudos: on the old sites they say "read this", not "this helped".
 */
@Injectable()
export class ImportCommunityService {
  constructor(
    private readonly database: AppDatabase,
    private readonly imports: ImportRepository,
    private readonly members: Members,
    private readonly importThread: ImportThreadService,
    private readonly kudos: KudosRepository,
    private readonly renewLinks: RenewLinks,
    private readonly clock: Clock,
    private readonly random: Randomness,
    private readonly works: LongWork,
  ) {}

  /**
   * @throws BoardHoldsAnotherImport before anything is written, when the board was filled from another site or one unnamed
   * @throws whatever `onProgress` or the database throws; what was written until then stays
   */
  async execute(ctx: RequestContext, input: ImportCommunity): Promise<ImportOutcome> {
    await this.refuseSecondSite(ctx, input.board, input.site);
    return this.works.watch('import', (report) =>
      this.bringOver(ctx, input, (phase, done) => {
        report(done);
        input.onProgress?.(phase, done);
      }),
    );
  }

  private async bringOver(
    ctx: RequestContext,
    input: ImportCommunity,
    onProgress: (phase: ImportPhase, done: number) => void,
  ): Promise<ImportOutcome> {
    const { plan, site, licence, board } = input;
    const outcome: ImportOutcome = {
      authors: 0,
      threads: 0,
      posts: 0,
      solutions: 0,
      kudos: 0,
      knownThreads: 0,
      renewedPosts: 0,
    };
    const wanted = { id: this.random.uuid(), site, licence, boardId: board.id };
    const source = await this.imports.source(ctx, wanted, this.clock.now());
    outcome.authors = await this.addAuthors(ctx, source, plan.authors());
    let done = 0;
    for await (const thread of plan.threads()) {
      await this.addThread(ctx, source, thread, input.fallbackLang, outcome);
      onProgress('threads', ++done);
    }
    done = 0;
    for await (const thread of plan.threads()) {
      outcome.renewedPosts += await this.renewLinks.in(ctx, source, thread);
      onProgress('links', ++done);
    }
    return outcome;
  }

  /** Keys follow from the source: the same dump under another name of its site would come a second time. */
  private async refuseSecondSite(ctx: RequestContext, board: Board, site: string | null): Promise<void> {
    const other = (await this.imports.sitesIn(ctx, board.id)).find((known) => known !== site);
    if (other === undefined) return;
    const held = other === null ? 'an import without --site' : `the import of ${other}`;
    const same = other === null ? 'leave out --site' : `give --site ${other}`;
    throw new BoardHoldsAnotherImport(
      `The board ${board.slug} holds ${held} already: ${same} to go on with that one, or choose another board.`,
    );
  }

  private async addAuthors(
    ctx: RequestContext,
    source: Source,
    authors: Iterable<ImportedAuthor>,
  ): Promise<number> {
    let added = 0;
    let batch: ImportedAuthor[] = [];
    const write = async (): Promise<void> => {
      const known = await this.imports.find(
        ctx,
        source.id,
        batch.map(({ externalId }) => externalId),
      );
      const people = batch
        .filter(({ externalId }) => !known.some((item) => item.externalId === externalId))
        .map((author) => ({ ...author, id: this.keyOf(source, 'author', author.externalId) }));
      batch = [];
      if (people.length === 0) return;
      added += people.length;
      await this.database.transaction(ctx, async (tx) => {
        await this.members.import(
          tx,
          people.map(({ id, nickname }) => ({ id, name: nickname, createdAt: this.clock.now() })),
        );
        await this.imports.add(
          tx,
          source.id,
          people.map(({ id, externalId, displayName }) => ({
            kind: 'author',
            externalId,
            targetId: id,
            name: displayName,
          })),
        );
      });
    };
    for (const author of authors) if (batch.push(author) === AUTHORS_AT_ONCE) await write();
    if (batch.length > 0) await write();
    return added;
  }

  private async addThread(
    ctx: RequestContext,
    source: Source,
    thread: ImportedThread,
    fallbackLang: Locale,
    outcome: ImportOutcome,
  ): Promise<void> {
    if (await this.imports.has(ctx, source.id, 'thread', thread.externalId)) {
      outcome.knownThreads++;
      return;
    }
    const id = this.keyOf(source, 'thread', thread.externalId);
    const [opening, ...replies] = thread.posts.map((post) => this.postOf(source, post));
    const upVotes = new Map(
      thread.posts.flatMap(({ externalId, kind, upVotes }) =>
        kind === 'comment' || upVotes === 0 ? [] : [[this.keyOf(source, 'post', externalId), upVotes]],
      ),
    );
    await this.database.transaction(ctx, async (tx) => {
      await this.importThread.execute(tx, {
        id,
        boardId: source.boardId,
        kind: 'question',
        title: thread.title,
        tags: thread.tags,
        viewCount: thread.views,
        lockedAt: thread.closedAt,
        fallbackLang,
        opening: opening!,
        replies,
      });
      if (upVotes.size > 0) await this.kudos.setImported(tx, upVotes);
      await this.imports.add(tx, source.id, [
        { kind: 'thread', externalId: thread.externalId, targetId: id, name: null },
        ...thread.posts.map(({ externalId }) => this.postItem(source, externalId)),
      ]);
    });
    outcome.threads++;
    outcome.posts += thread.posts.length;
    outcome.solutions += replies.filter(({ solutionAt }) => solutionAt !== null).length;
    outcome.kudos += [...upVotes.values()].reduce((sum, count) => sum + count, 0);
  }

  private postOf(source: Source, post: ImportedPost): PostToImport {
    return {
      id: this.keyOf(source, 'post', post.externalId),
      kind: post.kind === 'comment' ? 'comment' : 'reply',
      authorId: this.keyOf(source, 'author', post.author),
      body: post.markdown,
      createdAt: post.createdAt,
      editedAt: post.editedAt,
      solutionAt: post.accepted ? post.createdAt : null, // when it was accepted, the dumps do not say
    };
  }

  private postItem(source: Source, externalId: string): Item {
    return { kind: 'post', externalId, targetId: this.keyOf(source, 'post', externalId), name: null };
  }

  private keyOf(source: Source, kind: ItemKind, externalId: string): string {
    return keyOf(this.random, source, kind, externalId);
  }
}
