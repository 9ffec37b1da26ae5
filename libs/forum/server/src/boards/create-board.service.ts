import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  PageInvalidation,
  Randomness,
  type RequestContext,
} from '@kundig/platform/server';
import type { Board, BoardVisibility } from '../storage/board.entity.js';
import { BoardRepository } from '../storage/board.repository.js';

export interface CreateBoard {
  readonly slug: string;
  readonly parentId: string | null;
  readonly rank: number;
  readonly nameDe: string;
  readonly nameEn: string;
  readonly descriptionDe: string;
  readonly descriptionEn: string;
  readonly visibility: BoardVisibility;
  readonly groupId: string | null;
  readonly announced: boolean;
  readonly posting: 'members' | 'staff';
}

/** Adds a board; one that has the slug already is returned unchanged. Called by commands of the operator. */
@Injectable()
export class CreateBoardService {
  constructor(
    private readonly database: AppDatabase,
    private readonly boards: BoardRepository,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  async execute(ctx: RequestContext, input: CreateBoard): Promise<Board> {
    return this.database.transaction(ctx, async (tx) => {
      const earlier = await this.boards.findBySlug(tx, input.slug);
      if (earlier) return earlier;
      const board = {
        id: this.random.uuid(),
        publicId: this.random.publicId(),
        createdAt: this.clock.now(),
        closedAt: null,
        questionFields: [],
        ...input,
      };
      await this.boards.insert(tx, board);
      await this.pages.drop(tx, 'boards');
      return { ...board, threadCount: 0, openCount: 0 };
    });
  }
}
