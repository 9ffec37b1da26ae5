import { Injectable } from '@nestjs/common';
import type { Board } from '@kundig/forum/server';
import { SiteSettings } from '../settings/site-settings.js';
import type { StoredContact } from '../storage/site.repository.js';

/** Who is asked in a hurry: the contact of the board, else of the board above, else of the community. */
@Injectable()
export class Contacts {
  constructor(private readonly settings: SiteSettings) {}

  /** @returns null where none of them names a way */
  async of(board: Pick<Board, 'id' | 'parentId'> | null): Promise<StoredContact | null> {
    const { contacts } = await this.settings.latest();
    const owners = [...(board ? [board.id, board.parentId] : []), null];
    const named = owners.flatMap((owner) => contacts.filter(({ boardId }) => boardId === owner));
    return named.find(({ phone, mailTo, link }) => phone ?? mailTo ?? link) ?? null;
  }
}
