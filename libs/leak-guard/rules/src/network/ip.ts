import ipaddr from 'ipaddr.js';
import type { Reading } from '../reading/reading.js';
import type { Match, Rule } from '../rule.js';

const V4 = /(?<![\p{L}\p{N}.])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![\p{L}\p{N}]|\.[0-9])/gu;
const V6 =
  /(?<![\p{L}\p{N}:.])(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{1,4}|[0-9]{1,3}(?:\.[0-9]{1,3}){3})?(?![\p{L}\p{N}:])/gu;
/** Four numbers may as well be a version. */
const VERSION =
  /(?:version|firmware|release|build|ausgabe|stand|update|fw|(?<!\p{L})v|section|abschnitt|kapitel|chapter|oid|§)[ .:]{0,2}$/u;

/** Resolvers that everybody asks: they tell nothing of the network a post is about. */
const WELL_KNOWN: ReadonlySet<string> = new Set([
  '1.0.0.1',
  '1.1.1.1',
  '8.8.4.4',
  '8.8.8.8',
  '9.9.9.9',
  '149.112.112.112',
  '208.67.220.220',
  '208.67.222.222',
  '2001:4860:4860::8844',
  '2001:4860:4860::8888',
  '2606:4700:4700::1001',
  '2606:4700:4700::1111',
  '2620:fe::fe',
]);
/** The beginning of a network so large that it is nobody's own. */
const WHOLE_NETWORK = /\.0\.0$/;
/** Documentation ranges the library does not know as such (RFC 9637, RFC 5737). */
const DOCUMENTATION_V6 = [ipaddr.IPv6.parseCIDR('2001:db8::/32'), ipaddr.IPv6.parseCIDR('3fff::/20')];

/** An address in a text, and whether it tells which network it is about. */
export interface AddressSpan {
  readonly start: number;
  readonly end: number;
  /** In the shortest spelling. */
  readonly address: string;
  readonly isPublic: boolean;
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6, spelled: string): boolean {
  if (WELL_KNOWN.has(spelled) || WHOLE_NETWORK.test(spelled)) return false;
  const isExample =
    address instanceof ipaddr.IPv6 &&
    DOCUMENTATION_V6.some(([network, bits]) => address.match(network, bits));
  if (isExample) return false;
  const range = address.range();
  // The library calls unassigned IPv6 space unicast as well; nobody uses it, and a wrong guess costs an underline.
  return range === 'unicast' || range === 'teredo' || range === '6to4';
}

function spanOf(start: number, all: string, parsed: ipaddr.IPv4 | ipaddr.IPv6): AddressSpan {
  const address = parsed.toString();
  return { start, end: start + all.length, address, isPublic: isPublic(parsed, address) };
}

/** Every IP address of a text in its order, private ones included. */
export function* addressesOf({ text, folded }: Reading): Iterable<AddressSpan> {
  for (const { index, 0: all } of text.matchAll(V4)) {
    if (!ipaddr.IPv4.isValidFourPartDecimal(all)) continue;
    if (VERSION.test(folded.slice(Math.max(0, index - 16), index))) continue;
    yield spanOf(index, all, ipaddr.IPv4.parse(all));
  }
  for (const { index, 0: all } of folded.matchAll(V6)) {
    if (!ipaddr.IPv6.isValid(all)) continue;
    yield spanOf(index, all, ipaddr.IPv6.parse(all));
  }
}

/** Public IP addresses. Private, documentation and other special ranges (IANA registries) stay silent. */
export const ipRule: Rule = {
  *find(reading): Iterable<Match> {
    for (const { start, end, address, isPublic: tells } of addressesOf(reading))
      if (tells) yield { kind: 'ip', start, end, value: address };
  },
};
