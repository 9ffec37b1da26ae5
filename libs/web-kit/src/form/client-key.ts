const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @returns a random UUIDv4, also on pages served without TLS, where `crypto.randomUUID` is missing */
export function newClientKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const digits = hex(bytes);
  return [0, 8, 12, 16, 20].map((start, part) => digits.slice(start, [8, 12, 16, 20, 32][part])).join('-');
}

/**
 * The key that makes sending one form twice the same as sending it once. It derives from the page's random key, so that
 * server and browser, and every resend, come to the same one.
 *
 * @param renderKey UUIDv4 of the page's rendering
 * @param formId place of the form in the page
 * @returns a UUIDv4 whose last 12 digits tell the forms of a page apart (48 bit FNV-1a)
 */
export function clientKeyOf(renderKey: string, formId: string): string {
  let hash = 0x6c62272e07bbn;
  for (const character of formId) {
    hash = ((hash ^ BigInt(character.codePointAt(0)!)) * 0x1000000001b3n) & 0xffffffffffffn;
  }
  return renderKey.slice(0, 24) + hash.toString(16).padStart(12, '0');
}
