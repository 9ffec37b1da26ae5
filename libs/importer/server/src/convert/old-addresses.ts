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

// Passed over: code, and the labels of links, which cannot hold links of their own. Then link targets; then addresses
// that stand for themselves.
const CODE_OR_ADDRESS =
  /(?<code>^[ >]*(?:(?:-|\d+\.) +)*(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ >]*\k<fence>[ \t]*$|(?<!`)(?<ticks>`+)(?!`)[\s\S]*?(?<!`)\k<ticks>(?!`))|(?<label>\[[^\][\n]*\](?=\())|(?<=\]\()(?<target>(?:https?:\/)?\/[^\s)]+)|(?<bare><https?:\/\/[^\s<>]+>|https?:\/\/[^\s<>()"']+)/gm;

/** Where something of the old site stands now. */
export interface NewPlace {
  /** Path, without language prefix. */
  readonly path: string;
  /** What a bare address is replaced by; plain text. */
  readonly title: string;
}

/**
 * Puts new addresses for those of the old site: the target of a link alone, a bare address as a link with a title; code
 * stays as it is. Addresses that `resolve` does not know stay too, so the call can be repeated when more has been imported.
 *
 * @param markdown as this domain writes it
 * @param hosts see {@link parseOldAddress}
 * @param resolve the new place, or null to keep the old address
 */
export function rewriteOldAddresses(
  markdown: string,
  hosts: readonly string[],
  resolve: (address: OldAddress) => NewPlace | null,
): string {
  return markdown.replace(CODE_OR_ADDRESS, (whole, ...rest) => {
    const { target, bare } = rest.at(-1) as { target?: string; bare?: string };
    if (target !== undefined) return renewed(target, hosts, resolve)?.path ?? whole;
    if (bare === undefined) return whole;
    const isBracketed = bare.startsWith('<');
    const trailing = isBracketed ? '' : (/[.,;:!?*\]]+$/.exec(bare)?.[0] ?? '');
    const address = isBracketed ? bare.slice(1, -1) : bare.slice(0, bare.length - trailing.length);
    const place = renewed(address, hosts, resolve);
    return place === null ? whole : linkTo(place) + trailing;
  });
}

/** @returns a place as a Markdown link that shows its title */
export const linkTo = ({ path, title }: NewPlace): string =>
  `[${title.replace(/[[\]\\`*_<>&]/g, '\\$&')}](${path})`;

function renewed(
  found: string,
  hosts: readonly string[],
  resolve: (address: OldAddress) => NewPlace | null,
): NewPlace | null {
  const address = parseOldAddress(found, hosts);
  return address && resolve(address);
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
