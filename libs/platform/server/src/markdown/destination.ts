/** Where an address leads: into this community, to another host, or to a person by mail or telephone. */
export type DestinationKind = 'own' | 'foreign' | 'contact';

/** Schemes a link may have. Everything else, `javascript:` and `data:` first of all, stays text. */
export const LINK_SCHEMES = ['http', 'https', 'mailto', 'tel'];

/** Path under which uploads are served: the only place from which a post may show an image. */
const FILES_PATH = '/files/';

/** Longest address of a link, in characters. Longer ones are nearly always built to do harm. */
const ADDRESS_MAX_LENGTH = 2_000;

/** Stands in for the community's origin where it is not known; the top-level domain never resolves (RFC 2606). */
const UNKNOWN_ORIGIN = 'https://community.invalid';

const resolve = (address: string, ownOrigin = UNKNOWN_ORIGIN): URL | undefined =>
  URL.canParse(address, ownOrigin) ? new URL(address, ownOrigin) : undefined;

/**
 * May a post link to this address? Refused are unknown schemes, over-long addresses, and user names inside the address
 * (`https://bank.example@evil.example`), which serve to deceive.
 */
export function isLinkable(address: string): boolean {
  if (address.length > ADDRESS_MAX_LENGTH) return false;
  const url = resolve(address);
  return (
    url !== undefined && LINK_SCHEMES.includes(url.protocol.slice(0, -1)) && !url.username && !url.password
  );
}

/** Tells where an address leads, as a browser on a page of `ownOrigin` would resolve it. */
export function destinationKind(address: string, ownOrigin?: string): DestinationKind {
  const url = resolve(address, ownOrigin);
  if (url?.protocol === 'mailto:' || url?.protocol === 'tel:') return 'contact';
  return url?.origin === (ownOrigin ?? UNKNOWN_ORIGIN) ? 'own' : 'foreign';
}

/**
 * The path of an uploaded file, if the address names one of ours; undefined otherwise. The path is normalised, so that
 * `/files/../sign-out` is no file, and without the origin, so that stored posts survive a move to another one.
 */
export function ownFilePath(address: string, ownOrigin?: string): string | undefined {
  const url = resolve(address, ownOrigin);
  if (url === undefined || destinationKind(address, ownOrigin) !== 'own') return undefined;
  return url.pathname.startsWith(FILES_PATH) ? url.pathname + url.search : undefined;
}
