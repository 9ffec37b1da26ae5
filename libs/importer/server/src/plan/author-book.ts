import type { ExternalAuthorId, ImportedAuthor } from './imported-thread.js';

/** How authors are named. */
export interface AuthorNaming {
  /** Substitute for a deleted author without a name, in the language of the board, such as `Ehemaliges Mitglied`. */
  readonly formerMember: string;
  /** Characters (code points) of a nickname at most. */
  readonly longestNickname: number;
}

/**
 * Everyone who wrote something in a source. Grows with the number of these people, not of the site's accounts: about a
 * hundred bytes each.
 */
export class AuthorBook {
  private readonly names = new Map<number, string | null>();
  private readonly departed = new Map<string, string | null>();

  /**
   * Notes that somebody wrote something.
   *
   * @param userId account on the old site, missing if it was deleted
   * @param name name that the post itself carries
   */
  note(userId: number | undefined, name: string | undefined): ExternalAuthorId {
    if (userId !== undefined) {
      if (!this.names.get(userId)) this.names.set(userId, name ?? null);
      return `user:${userId}`;
    }
    const externalId = departedId(name);
    if (!this.departed.has(externalId)) this.departed.set(externalId, name ?? null);
    return externalId;
  }

  /** Gives a noted account its public name; accounts that wrote nothing are passed over. */
  name(userId: number, name: string | undefined): void {
    if (name !== undefined && this.names.has(userId)) this.names.set(userId, name);
  }

  get size(): number {
    return this.names.size + this.departed.size;
  }

  /** All authors with unique nicknames: accounts by id, then the departed by name, so that a repetition names alike. */
  *authors(naming: AuthorNaming): Generator<ImportedAuthor> {
    const claim = nicknames(naming.longestNickname);
    for (const [userId, displayName] of [...this.names].sort(([one], [other]) => one - other)) {
      const kind = userId < 0 ? 'site' : 'person';
      yield {
        externalId: `user:${userId}`,
        kind,
        displayName,
        nickname: claim(displayName ?? `user${Math.abs(userId)}`),
      };
    }
    for (const [externalId, displayName] of [...this.departed].sort(([one], [other]) =>
      one < other ? -1 : 1,
    )) {
      const nickname = claim(displayName ?? naming.formerMember);
      yield { externalId: externalId as ExternalAuthorId, kind: 'departed', displayName, nickname };
    }
  }
}

/** Deleted accounts are told apart by name; who shares it becomes one. */
const departedId = (name: string | undefined): ExternalAuthorId =>
  name === undefined ? 'departed' : `departed:${name.normalize('NFKC').toLowerCase()}`;

/** Hands out each name once: `Anna`, `Anna 2`, `Anna 3`, cut to the longest length allowed. */
function nicknames(longest: number): (name: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>(); // else a thousand people of one name would cost half a million look-ups
  const fold = (name: string): string => name.normalize('NFKC').toLowerCase();
  const cut = (name: string, length: number): string => [...name].slice(0, length).join('').trim();
  return (name) => {
    const base = cut(name, longest);
    let candidate = base;
    let number = next.get(fold(base)) ?? 2;
    while (taken.has(fold(candidate))) {
      const suffix = ` ${number++}`;
      candidate = cut(name, longest - suffix.length) + suffix;
    }
    next.set(fold(base), number);
    taken.add(fold(candidate));
    return candidate;
  };
}
