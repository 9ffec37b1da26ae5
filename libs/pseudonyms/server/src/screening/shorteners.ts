/** Hosts that hide where a link leads. */
const SHORTENERS = new Set([
  'bit.ly',
  'buff.ly',
  'cutt.ly',
  'goo.gl',
  'is.gd',
  'ow.ly',
  'rb.gy',
  'rebrand.ly',
  's.id',
  'shorturl.at',
  't.co',
  't.ly',
  't1p.de',
  'tiny.cc',
  'tinyurl.com',
  'v.gd',
]);

/** @param host in small letters */
export const isShortener = (host: string): boolean => SHORTENERS.has(host.replace(/^www\./, ''));
