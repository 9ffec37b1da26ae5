const LONGEST_PATH = 2_000;

/** @returns the page to go on to after signing in, if it is one of ours */
export function nextOf(url: URL): string | undefined {
  const next = url.searchParams.get('next') ?? '';
  return /^\/(?![/\\])/.test(next) && next.length <= LONGEST_PATH ? next : undefined;
}

/** @returns the address of a page that leads on to `next` */
export const withNext = (path: string, next: string | undefined): string =>
  next === undefined ? path : `${path}?next=${encodeURIComponent(next)}`;
