import ipaddr from 'ipaddr.js';

/** Networks of nobody in particular that the library takes for ordinary ones (RFC 9637, RFC 6052, RFC 8215, RFC 4380, RFC 3056). */
const UNSAFE_V6 = ['3fff::/20', '64:ff9b::/96', '64:ff9b:1::/48', '2001::/32', '2002::/16'].map((network) =>
  ipaddr.IPv6.parseCIDR(network),
);
/** Space in which public IPv6 addresses are given out; everything else is reserved. */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** What an operator's own network is made of. */
const INTERNAL = new Set(['private', 'uniqueLocal', 'loopback', 'carrierGradeNat']);

/** @returns the address itself, an IPv4 address also where it is written as a mapped one; null for anything else */
function parsed(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return null;
  return ipaddr.process(address);
}

/**
 * @param address numeric, as the resolver gives it
 * @returns whether it is one of the public internet: not private, local, shared, reserved, nor one that carries another inside
 */
export function isPublicAddress(address: string): boolean {
  const ip = parsed(address);
  if (!ip) return false;
  if (ip instanceof ipaddr.IPv4) return ip.range() === 'unicast';
  const [network, bits] = GLOBAL_V6;
  return (
    ip.range() === 'unicast' &&
    ip.match(network, bits) &&
    !UNSAFE_V6.some(([unsafe, length]) => ip.match(unsafe, length))
  );
}

/**
 * @param address numeric
 * @returns whether it may lie in an operator's own network. Link-local ones never do: clouds answer there with their keys.
 */
export function isInternalAddress(address: string): boolean {
  const ip = parsed(address);
  return ip !== null && INTERNAL.has(ip.range());
}
