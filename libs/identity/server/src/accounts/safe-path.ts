const NOWHERE = 'http://nowhere.invalid';

/**
 * @param wanted where somebody wants to go after signing in, as it stood in a link
 * @returns a path of this site; the home page for anything that leads elsewhere
 */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, NOWHERE)) return '/';
  const url = new URL(wanted, NOWHERE);
  return url.origin === NOWHERE && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
}
