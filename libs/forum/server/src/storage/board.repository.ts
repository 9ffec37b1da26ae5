import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import { onlyReadableBoards, readableBoardsSql } from '../visibility.js';
import type { RankedBoard } from '../boards/board-tree.js';
import { Board } from './board.entity.js';

/** What a board's counters should say; `b` is the board. */
const COUNTED = `
  SELECT count(*) FILTER (WHERE forum.is_listed(t)) AS listed, count(*) FILTER (WHERE forum.is_open(t)) AS open
  FROM forum.thread t WHERE t.board_id = b.id`;

/** All SQL about boards. */
@Injectable()
export class BoardRepository {
  constructor(private readonly database: AppDatabase) {}

  /** Boards the actor may read or at least know of, in display order, sub-boards after theirs; one query per request. */
  known(ctx: RequestContext): Promise<KnownBoard[]> {
    return ctx.remember(this, () => this.loadKnown(ctx));
  }

  /** The board and its sub-boards, as far as the actor may read them: what a board lists and counts. */
  async readableTree(ctx: RequestContext, id: string): Promise<Board[]> {
    const known = await this.known(ctx);
    return known
      .filter(({ board, readable }) => readable && (board.id === id || board.parentId === id))
      .map(({ board }) => board);
  }

  async findReadable(ctx: RequestContext, publicId: string): Promise<Board | null> {
    const query = this.database
      .repository(ctx, Board)
      .createQueryBuilder('b')
      .where('b.public_id = :publicId', { publicId });
    return onlyReadableBoards(query, ctx.actor).getOne();
  }

  /** For commands, which act for the operator. */
  findBySlug(ctx: RequestContext, slug: string): Promise<Board | null> {
    return this.database.repository(ctx, Board).findOneBy({ slug });
  }

  async insert(ctx: RequestContext, board: Omit<Board, 'threadCount' | 'openCount'>): Promise<void> {
    await this.database.repository(ctx, Board).insert({ ...board, threadCount: 0, openCount: 0 });
  }

  /** Every board, whoever may read it, in display order among its siblings. For the operator. */
  all(ctx: RequestContext): Promise<Board[]> {
    return this.database.repository(ctx, Board).find({ order: { rank: 'ASC', slug: 'ASC' } });
  }

  /** Whoever changes boards waits for the end of the transaction: their order and names concern one another. */
  async lockTree(tx: RequestContext): Promise<void> {
    await this.database.query(tx, `SELECT pg_advisory_xact_lock(hashtextextended('forum.board', 0))`);
  }

  async update(tx: RequestContext, id: string, change: Partial<Board>): Promise<void> {
    await this.database.repository(tx, Board).update(id, change);
  }

  /** Writes places in the tree, in one statement. */
  async saveRanks(tx: RequestContext, boards: readonly RankedBoard[]): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE forum.board b SET parent_id = placed.parent_id, rank = placed.rank
       FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS placed (id, parent_id, rank) WHERE b.id = placed.id`,
      [boards.map(({ id }) => id), boards.map(({ parentId }) => parentId), boards.map(({ rank }) => rank)],
    );
  }

  /** Slugs of boards whose counters differ from their threads; none, unless there is a defect. */
  async miscounted(ctx: RequestContext): Promise<string[]> {
    const rows = await this.database.query<{ slug: string }>(
      ctx,
      `SELECT b.slug FROM forum.board b WHERE (b.thread_count, b.open_count) <> (${COUNTED}) ORDER BY b.slug`,
    );
    return rows.map(({ slug }) => slug);
  }

  async recount(tx: RequestContext, slug: string): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE forum.board b SET (thread_count, open_count) = (${COUNTED}) WHERE b.slug = $1`,
      [slug],
    );
  }

  /** Every page asks for it: plain rows, which cost a third of what the query builder and its entities do. */
  private async loadKnown(ctx: RequestContext): Promise<KnownBoard[]> {
    const readable = readableBoardsSql(ctx.actor, 1);
    const columns = this.database.dataSource
      .getMetadata(Board)
      .columns.map(({ databaseName, propertyName }) => `b.${databaseName} AS "${propertyName}"`);
    const rows = await this.database.query<Board & { readable: boolean }>(
      ctx,
      `SELECT ${columns.join(', ')}, b.readable FROM (SELECT b.*, ${readable.sql} AS readable FROM forum.board b) AS b
       WHERE b.readable OR (b.visibility = 'group' AND b.announced) ORDER BY b.rank, b.slug`,
      readable.parameters,
    );
    return inTreeOrder(rows.map(({ readable: mayRead, ...board }) => ({ board, readable: mayRead })));
  }
}

/** A board the actor knows of; a closed group's teaser is not readable. */
export interface KnownBoard {
  readonly board: Board;
  readonly readable: boolean;
}

/** Each board right before its sub-boards; one whose parent the actor does not know of stands where it is itself. */
function inTreeOrder(known: readonly KnownBoard[]): KnownBoard[] {
  const ids = new Set(known.map(({ board }) => board.id));
  const under = (parentId: string | null): KnownBoard[] =>
    known
      .filter(({ board }) => (ids.has(board.parentId ?? '') ? board.parentId : null) === parentId)
      .flatMap((one) => [one, ...under(one.board.id)]);
  return under(null);
}
