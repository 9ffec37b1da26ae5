import type { LeakKind } from './finding.js';

const PRIME = 0x01000193;
const OFFSET = 0x811c9dc5;

/** FNV-1a with 32 bits (RFC 9923), over UTF-16 code units. */
function fnv1a(text: string, offset: number): number {
  let hash = offset;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  return hash >>> 0;
}

const hex = (hash: number) => hash.toString(16).padStart(8, '0');

/**
 * A short name for a value, the same wherever it stands. Not a secret: whoever guesses a value can check the guess.
 * @returns the kind and 16 hexadecimal digits
 */
export const keyOf = (kind: LeakKind, value: string): string =>
  `${kind}:${hex(fnv1a(value, OFFSET))}${hex(fnv1a(value, OFFSET ^ 0x5bd1e995))}`;
