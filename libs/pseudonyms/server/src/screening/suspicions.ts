import { isShortener } from './shorteners.js';

/** What makes a post of somebody new wait for a moderator. */
export const SUSPICIONS = ['many-links', 'shortener', 'repeated', 'trap'] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

/** From so many different addresses on a text looks like advertising. */
export const MANY_LINKS = 4;

const ADDRESS = /(?:https?:\/\/|\bwww\.)[^\s<>()[\]"']+/gi;
/** End sentences, not addresses. */
const PUNCTUATION = '.,;:!?*_~`';

/**
 * @param text Markdown
 * @param ownOrigin of this community, whose pages may be linked as often as one likes
 * @param before what the text said before: without an address that is new it is no more suspicious than it was
 * @returns what is suspicious about the text itself
 */
export function suspicionsIn(text: string, ownOrigin: string, before = ''): Suspicion[] {
  const own = new URL(ownOrigin).hostname;
  const known = addressesIn(before);
  const foreign = [...addressesIn(text)].filter((address) => hostOf(address) !== own);
  const added = foreign.filter((address) => !known.has(address));
  return [
    ...(added.length > 0 && foreign.length >= MANY_LINKS ? (['many-links'] as const) : []),
    ...(added.some((address) => isShortener(hostOf(address))) ? (['shortener'] as const) : []),
  ];
}

const addressesIn = (text: string): Set<string> =>
  new Set((text.match(ADDRESS) ?? []).map((address) => withoutPunctuation(address.toLowerCase())));

/** Looks at each character once; an expression anchored at the end would look at long runs again and again. */
function withoutPunctuation(address: string): string {
  let end = address.length;
  while (end > 0 && PUNCTUATION.includes(address[end - 1]!)) end -= 1;
  return address.slice(0, end);
}

function hostOf(address: string): string {
  const url = address.startsWith('www.') ? `https://${address}` : address;
  return URL.canParse(url) ? new URL(url).hostname : '';
}
