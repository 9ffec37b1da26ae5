/** Bytes of the longest address that is kept; it is the key of its row. */
const LONGEST = 2000;
/** Only what is compared: a host has no part in it. */
const ANY_HOST = 'http://old.invalid';

/**
 * An address as it is kept and looked up: path and query as browsers send them, without fragment, without a slash at the end
 * and without the prefix of English pages, which requests lose before they are looked up.
 * @returns null for what is no path of a site
 */
export function oldPathOf(path: string): string | null {
  if (!isPath(path)) return null;
  const { pathname, search } = new URL(path, ANY_HOST);
  const bare = pathname.replace(/^\/en(?=\/)/, '').replace(/(?<=.)\/+$/, '');
  const kept = bare + search;
  return kept.startsWith('/') && kept !== '/' && Buffer.byteLength(kept) <= LONGEST ? kept : null;
}

/** Things a file may name by their public id, and pages whose addresses hold a title: `-` leaves that to the page. */
const BY_ID: readonly (readonly [RegExp, (id: string) => string])[] = [
  [/^(?:thread:|\/t\/[^/?#]+\/)([\w-]{1,40})$/, (id) => `/t/-/${id}`],
  [/^(?:board:|\/b\/[^/?#]+\/)([\w-]{1,40})$/, (id) => `/b/-/${id}`],
  [/^(?:article:|\/blog\/[^/?#]+\/)([\w-]{1,40})$/, (id) => `/blog/-/${id}`],
  [/^(?:faq:|\/faq\/[^/?#]+\/)([\w-]{1,40})$/, (id) => `/faq/-/${id}`],
];

/**
 * Where an old address leads: a path of this community, or `thread:`, `board:`, `article:` or `faq:` with a public id. Titles in
 * addresses are left out, so that an answer to whoever may not see the page does not tell them; the page leads on to its own.
 * @returns null for what lies elsewhere, or is no path
 */
export function newPathOf(target: string): string | null {
  for (const [form, path] of BY_ID) {
    const id = form.exec(target)?.[1];
    if (id !== undefined) return path(id);
  }
  if (!isPath(target)) return null;
  const { origin, pathname, search, hash } = new URL(target, ANY_HOST);
  const path = pathname.replace(/^\/en(?=\/|$)/, '') || '/';
  const kept = path + search + hash;
  return origin === ANY_HOST && !path.startsWith('//') && Buffer.byteLength(kept) <= LONGEST ? kept : null;
}

/** One slash at the beginning; browsers read two, or a backslash, as the name of a host. */
const isPath = (text: string): boolean =>
  /^\/(?![/\\])[^\s\\]*$/u.test(text) && !/\p{C}/u.test(text) && URL.canParse(text, ANY_HOST);
