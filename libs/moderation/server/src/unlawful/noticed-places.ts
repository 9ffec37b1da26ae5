import { contentAddressOf, urlOf } from './content-address.js';
import type { PlacedSubject } from './content-notice.repository.js';

/** What stands where a notice points to; `nothing` for an address at which its sender could read no post and no comment. */
export type NoticedPlaceKind = 'post' | 'comment' | 'article' | 'nothing' | 'elsewhere' | 'foreign';

/** One thing a notice points to, with every address that leads there. */
export interface NoticedPlace {
  readonly kind: NoticedPlaceKind;
  readonly addresses: readonly string[];
  /** Null unless it is a post, or a comment. */
  readonly subject: PlacedSubject | null;
}

/**
 * In the order of the addresses. What no address names any more, as after its thread was taken apart, stands at the end.
 * @param subjects what was found when the notice came, the first post of each thread first
 * @param base     address of this community
 */
export function noticedPlaces(
  addresses: readonly string[],
  subjects: readonly PlacedSubject[],
  base: string,
): NoticedPlace[] {
  const found = addresses.map((address) => ({ address, ...placeAt(address, subjects, base) }));
  const named = found.flatMap(({ address, kind, subject }, index): NoticedPlace[] => {
    if (!subject) return [{ kind, addresses: [address], subject }];
    const same = found.filter((place) => place.subject === subject);
    return same[0] === found[index] ? [{ kind, addresses: same.map((place) => place.address), subject }] : [];
  });
  const unnamed = subjects.filter((subject) => !found.some((place) => place.subject === subject));
  return [...named, ...unnamed.map((subject) => ({ ...{ kind: kindOf(subject), addresses: [] }, subject }))];
}

function placeAt(
  address: string,
  subjects: readonly PlacedSubject[],
  base: string,
): Pick<NoticedPlace, 'kind' | 'subject'> {
  const url = urlOf(address, base);
  if (!url) return { kind: 'foreign', subject: null }; // the community was somewhere else when it came
  const named = contentAddressOf(url);
  if (!('publicId' in named)) return { kind: named.kind, subject: null };
  const subject = subjects.find(({ publicId, commentId, threadIds }) =>
    named.kind === 'thread'
      ? threadIds.includes(named.publicId)
      : publicId === named.publicId && (commentId !== null) === (named.kind === 'comment'),
  );
  return subject ? { kind: kindOf(subject), subject } : { kind: 'nothing', subject: null };
}

const kindOf = ({ commentId }: PlacedSubject): 'post' | 'comment' =>
  commentId === null ? 'post' : 'comment';
