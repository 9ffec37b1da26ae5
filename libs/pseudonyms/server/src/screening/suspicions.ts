import { linksOfHtml, type RenderedText } from '@kundig/platform/server';
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
 * Judges what readers would get: where the rendered links lead, and addresses that stay text. However an address is spelt in
 * Markdown, by references, entities, percent signs or backslashes, there it is the one a browser goes to.
 * @param render as readers get it
 * @param texts  Markdown, each at most as long as is rendered; of a thread the title and the text
 * @param ownOrigin of this community, whose pages may be linked as often as one likes
 * @param before what the texts said before: without an address that is new they are no more suspicious than they were
 * @returns what is suspicious about the texts themselves
 */
export function suspicionsIn(
  render: (text: string) => RenderedText,
  texts: readonly string[],
  ownOrigin: string,
  before: readonly string[] = [],
): Suspicion[] {
  const own = new URL(ownOrigin).hostname;
  const foreign = [...addressesIn(render, texts, ownOrigin)].filter(([, host]) => host !== own);
  const known = foreign.length > 0 ? addressesIn(render, before, ownOrigin) : new Map<string, string>();
  const added = foreign.filter(([address]) => !known.has(address));
  return [
    ...(added.length > 0 && foreign.length >= MANY_LINKS ? (['many-links'] as const) : []),
    ...(added.some(([, host]) => isShortener(host)) ? (['shortener'] as const) : []),
  ];
}

/** @returns hosts by the addresses on them, each address once */
function addressesIn(
  render: (text: string) => RenderedText,
  texts: readonly string[],
  ownOrigin: string,
): Map<string, string> {
  const urls = texts.flatMap((text) => {
    const { html, plainText } = render(text);
    return [...linksOfHtml(html), ...addressesInText(plainText)].flatMap((address) =>
      URL.canParse(address, ownOrigin) ? [new URL(address, ownOrigin)] : [],
    );
  });
  const toPages = urls.filter(({ protocol }) => protocol === 'http:' || protocol === 'https:');
  return new Map(toPages.map(({ href, hostname }) => [href.toLowerCase(), hostname.replace(/\.$/, '')]));
}

const addressesInText = (text: string): string[] =>
  (text.match(ADDRESS) ?? []).map((address) => {
    const bare = withoutPunctuation(address);
    return /^www\./i.test(bare) ? `https://${bare}` : bare;
  });

/** Looks at each character once; an expression anchored at the end would look at long runs again and again. */
function withoutPunctuation(address: string): string {
  let end = address.length;
  while (end > 0 && PUNCTUATION.includes(address[end - 1]!)) end -= 1;
  return address.slice(0, end);
}
