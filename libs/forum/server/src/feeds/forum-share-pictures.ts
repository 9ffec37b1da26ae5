import { Injectable } from '@nestjs/common';
import {
  HasSharePicture,
  nameIn,
  type RequestContext,
  type SharedPage,
  type SharePictureSource,
} from '@kundig/platform/server';
import { BoardRepository } from '../storage/board.repository.js';
import { ThreadRepository } from '../storage/thread.repository.js';

/** What the picture of a board shows: its name. */
@Injectable()
@HasSharePicture({ kind: 'board' })
export class BoardSharePicture implements SharePictureSource {
  constructor(private readonly boards: BoardRepository) {}

  async sharedPage(visitor: RequestContext, publicId: string): Promise<SharedPage | null> {
    const board = await this.boards.findReadable(visitor, publicId);
    return board && { title: nameIn(visitor.locale, board), place: null, solved: null };
  }
}

/** What the picture of a thread shows: title, board, and whether it is solved. Hidden, deleted and merged ones have none. */
@Injectable()
@HasSharePicture({ kind: 'thread' })
export class ThreadSharePicture implements SharePictureSource {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly boards: BoardRepository,
  ) {}

  async sharedPage(visitor: RequestContext, publicId: string): Promise<SharedPage | null> {
    const thread = await this.threads.findReadable(visitor, publicId);
    if (!thread || thread.hiddenAt !== null || thread.deletedAt !== null) return null;
    const known = await this.boards.known(visitor);
    const home = known.find(({ board }) => board.id === thread.boardId);
    return {
      title: thread.title,
      place: home ? nameIn(visitor.locale, home.board) : null,
      solved: thread.solutionCount > 0 ? { answers: thread.replyCount } : null,
    };
  }
}
