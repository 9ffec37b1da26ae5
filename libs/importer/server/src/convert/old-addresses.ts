/** What an address of the old site shows. */
export type OldAddress =
  | { readonly kind: 'question' | 'answer' | 'comment' | 'user'; readonly id: number }
  | { readonly kind: 'tag'; readonly name: string };

const ID = String.raw`(\d{1,10})`;

/** Tried in order; the first match decides. An answer is named behind its question, by path or by fragment. */
const FORMS: readonly (readonly [OldAddress['kind'], RegExp])[] = [
  ['comment', new RegExp(`^/(?:questions|q|a)/.*#comment${ID}_`)],
  ['comment', new RegExp(`^/posts/comments/${ID}\\b`)],
  ['answer', new RegExp(`^/questions/\\d{1,10}(?:/[^/?#]*)?/?(?:\\?[^#]*)?#(?:answer-)?${ID}$`)],
  ['answer', new RegExp(`^/questions/\\d{1,10}/[^/?#]*/${ID}(?:[/?#]|$)`)],
  ['answer', new RegExp(`^/a/${ID}(?:[/?#]|$)`)],
  ['tag', /^\/questions\/tagged\/([^/?#]+)/],
  ['question', new RegExp(`^/(?:questions|q)/${ID}(?:[/?#]|$)`)],
  ['user', new RegExp(`^/(?:users|u)/${ID}(?:[/?#]|$)`)],
];

/**
 * Recognises a path of a Stack Exchange site: `/questions/12/slug`, `/questions/12/slug/34#34`, `/q/12/7`, `/a/34`,
 * `#comment56_34`, `/questions/tagged/mqtt`, `/users/7/name`.
 *
 * @param path path with query and fragment, beginning with `/`
 * @returns what it shows, or null for every other page
 */
export function parseOldPath(path: string): OldAddress | null {
  for (const [kind, form] of FORMS) {
    const found = form.exec(path)?.[1];
    if (found === undefined) continue;
    if (kind !== 'tag') return { kind, id: Number(found) };
    const name = decode(found);
    return name === null ? null : { kind, name: name.toLowerCase() };
  }
  return null;
}

/**
 * Recognises an address of the old site, absolute (`https://SITE/q/12`, `http:` or `//` too) or from its root (`/q/12`).
 *
 * @param address as written in a link
 * @param hosts host names of the site, lower case, such as `iot.stackexchange.com`
 */
export function parseOldAddress(address: string, hosts: readonly string[]): OldAddress | null {
  const absolute = /^(?:https?:)?\/\/([^/?#]+)(\/.*)?$/i.exec(address);
  if (absolute === null) return address.startsWith('/') ? parseOldPath(address) : null;
  return hosts.includes((absolute[1] ?? '').toLowerCase()) ? parseOldPath(absolute[2] ?? '/') : null;
}

// Code first, so that an address inside a fence or code span is passed over; then link targets; then bare addresses.
const CODE_OR_ADDRESS =
  /(?<code>^[ >]*(?:(?:-|\d+\.) +)*(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ >]*\k<fence>[ \t]*$|(?<!`)(?<ticks>`+)(?!`)[\s\S]*?(?<!`)\k<ticks>(?!`))|(?<=\]\()(?<target>\/[^\s)]+)|(?<bare>https?:\/\/[^\s<>()"']+)/gm;

/**
 * Puts new addresses for those of the old site, in links and in running text; code stays as it is. Addresses that
 * `resolve` does not know stay too, so the call can be repeated when more has been imported.
 *
 * @param markdown as this domain writes it
 * @param hosts see {@link parseOldAddress}
 * @param resolve the new address, or null to keep the old one
 */
export function rewriteOldAddresses(
  markdown: string,
  hosts: readonly string[],
  resolve: (address: OldAddress) => string | null,
): string {
  return markdown.replace(CODE_OR_ADDRESS, (whole, ...rest) => {
    const { target, bare } = rest.at(-1) as { target?: string; bare?: string };
    const found = target ?? bare;
    if (found === undefined) return whole;
    const trailing = target === undefined ? (/[.,;:!?*\]]+$/.exec(found)?.[0] ?? '') : '';
    const address = parseOldAddress(found.slice(0, found.length - trailing.length), hosts);
    const renewed = address && resolve(address);
    return renewed === null ? whole : renewed + trailing;
  });
}

/** All addresses of the old site that a text links to, in order, repetitions included. */
export function findOldAddresses(markdown: string, hosts: readonly string[]): OldAddress[] {
  const found: OldAddress[] = [];
  rewriteOldAddresses(markdown, hosts, (address) => {
    found.push(address);
    return null;
  });
  return found;
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null; // a stray percent sign
  }
}
