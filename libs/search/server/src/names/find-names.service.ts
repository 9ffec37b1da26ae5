import { Injectable } from '@nestjs/common';
import type { KnownBoard } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { NAME_LIMITS, withoutMarksAround, type NameSearch } from './name-search.js';
import { NameRepository } from './name.repository.js';

/** Boards and members that are called what was asked for. */
export interface FoundNames {
  readonly namedBoards: readonly KnownBoard[];
  /** Keys of their pseudonyms. */
  readonly namedMembers: readonly string[];
}

export const NO_NAMES: FoundNames = { namedBoards: [], namedMembers: [] };

/** Finds boards and members by name, over what the viewer knows of and nothing else. One statement. */
@Injectable()
export class FindNames {
  constructor(private readonly names: NameRepository) {}

  async execute(ctx: RequestContext, { known, mayBeMisspelt, ...asked }: NameSearch): Promise<FoundNames> {
    if (asked.terms.length === 0) return NO_NAMES;
    const terms = asked.terms.map((term) => ({ ...term, text: withoutMarksAround(term.text) }));
    const name = terms.map(({ text }) => text).join(' ');
    const { boardIds, memberIds } = await this.names.find(ctx, {
      terms,
      name: name.length >= NAME_LIMITS.nameMin && name.length <= NAME_LIMITS.nameMax ? name : null,
      knownBoardIds: known.map(({ board }) => board.id),
      mayBeMisspelt,
    });
    return {
      namedBoards: boardIds.flatMap((id) => known.find(({ board }) => board.id === id) ?? []),
      namedMembers: memberIds,
    };
  }
}
