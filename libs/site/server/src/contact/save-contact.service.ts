import { Injectable } from '@nestjs/common';
import { BoardRepository } from '@kundig/forum/server';
import { AppDatabase, NotFound, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { SiteSettings } from '../settings/site-settings.js';
import { sitePolicy } from '../site.policy.js';
import { SiteRepository, type StoredContact } from '../storage/site.repository.js';

export interface SaveContact extends Omit<StoredContact, 'boardId'> {
  /** Public id of the board; the whole community when absent. */
  readonly boardId?: string;
}

/** Sets how somebody reaches the operator in a hurry, for the community or one board. */
@Injectable()
export class SaveContactService {
  constructor(
    private readonly database: AppDatabase,
    private readonly boards: BoardRepository,
    private readonly site: SiteRepository,
    private readonly settings: SiteSettings,
    private readonly pages: PageInvalidation,
  ) {}

  /** Safe to repeat. @throws NotFound no such board, or for everybody but administrators */
  async execute(ctx: RequestContext, { boardId: publicId, ...ways }: SaveContact): Promise<void> {
    sitePolicy.mayAdminister(ctx.actor).orThrow();
    const known = publicId === undefined ? [] : await this.boards.known(ctx);
    const board = known.find((one) => one.board.publicId === publicId)?.board;
    if (publicId !== undefined && !board) throw new NotFound();
    await this.database.transaction(ctx, async (tx) => {
      await this.site.saveContact(tx, { ...ways, boardId: board?.id ?? null });
      await this.pages.drop(tx, 'site', 'everything');
    });
    await this.settings.renew();
  }
}
