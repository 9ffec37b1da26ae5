import { Injectable } from '@nestjs/common';
import { BoardRepository } from '@kundig/forum/server';
import { nameIn, NotFound, type RequestContext } from '@kundig/platform/server';
import type { Facts } from '../changes/difference.js';
import { SiteChange } from '../changes/site-change.js';
import { SiteRepository, type StoredContact } from '../storage/site.repository.js';
import { WEEKDAYS } from './service-hours.js';

export interface SaveContact extends Omit<StoredContact, 'boardId'> {
  /** Public id of the board; the whole community when absent. */
  readonly boardId?: string;
}

/** Sets how somebody reaches the operator in a hurry, for the community or one board. */
@Injectable()
export class SaveContactService {
  constructor(
    private readonly change: SiteChange,
    private readonly boards: BoardRepository,
    private readonly site: SiteRepository,
  ) {}

  /** Safe to repeat. @throws NotFound no such board, or for everybody but administrators */
  execute(ctx: RequestContext, { boardId: publicId, ...ways }: SaveContact): Promise<void> {
    return this.change.execute(ctx, async (tx, { contacts }) => {
      const known = publicId === undefined ? [] : await this.boards.known(tx);
      const board = known.find((one) => one.board.publicId === publicId)?.board ?? null;
      if (publicId !== undefined && !board) throw new NotFound();
      const boardId = board?.id ?? null;
      const before = contacts.find((contact) => contact.boardId === boardId);
      await this.site.saveContact(tx, { ...ways, boardId });
      return {
        ...{ action: 'contact-changed', page: 'contact' },
        about: board ? nameIn(tx.locale, board) : undefined,
        ...{ before: before ? factsOf(before) : null, after: factsOf(ways) },
      };
    });
  }
}

/** What the audit log tells of a contact. */
const factsOf = ({ phone, mailTo, link, hours }: Omit<StoredContact, 'boardId'>): Facts => ({
  ...{ phone, mailTo, link },
  ...Object.fromEntries(WEEKDAYS.map((day) => [day, hours[day]])),
});
