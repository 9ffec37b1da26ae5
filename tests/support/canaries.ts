import { createHash } from 'node:crypto';

const letters = (text: string, write: (code: number, letter: string) => string): string =>
  [...text].map((letter) => write(letter.codePointAt(0)!, letter)).join('');
const bytesAs = (bytes: Buffer, write: (hex: string, byte: number) => string): string =>
  [...bytes].map((byte) => write(byte.toString(16).padStart(2, '0'), byte)).join('');
const isWord = (byte: number): boolean => /[\w.-]/.test(String.fromCharCode(byte)) && byte < 128;

/** How a text is written where not every letter may stand; each whole, and as far as it must be. */
const WRITINGS: Readonly<Record<string, (text: string, bytes: Buffer) => string>> = {
  plain: (text) => text,
  address: (text) => encodeURIComponent(text),
  'address, every byte': (_, bytes) => bytesAs(bytes, (hex) => `%${hex}`),
  form: (text) => new URLSearchParams({ x: text }).toString().slice(2),
  HTML: (text) =>
    letters(
      text,
      (_, letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter,
    ),
  'HTML, foreign letters numbered': (text) =>
    letters(text, (code, letter) => (letter === '&' ? '&amp;' : code < 127 ? letter : `&#${code};`)),
  'HTML, numbered': (text) => letters(text, (code) => `&#${code};`),
  'HTML, numbered in hex': (text) => letters(text, (code) => `&#x${code.toString(16)};`),
  'quoted-printable': (_, bytes) =>
    bytesAs(bytes, (hex, byte) =>
      byte > 32 && byte < 127 && byte !== 61 ? String.fromCharCode(byte) : `=${hex}`,
    ),
  'quoted-printable in headers': (_, bytes) =>
    bytesAs(bytes, (hex, byte) => (byte === 32 ? '_' : isWord(byte) ? String.fromCharCode(byte) : `=${hex}`)),
  JSON: (text) => JSON.stringify(text).slice(1, -1),
  'JSON, foreign letters escaped': (text) =>
    letters(text, (code, letter) => (code < 127 ? letter : `\\u${code.toString(16).padStart(4, '0')}`)),
  hex: (_, bytes) => bytes.toString('hex'),
};

/** Every way in which a text could stand in an output without being recognised at sight. */
export function disguisesOf(secret: string): string[] {
  const variants = new Set([secret, secret.toLowerCase(), secret.toUpperCase()]);
  const encoded = [...variants].flatMap((text) => {
    const bytes = Buffer.from(text);
    return [
      ...Object.values(WRITINGS)
        .map((write) => write(text, bytes))
        .flatMap((written) => [written, written.toLowerCase()]),
      ...[0, 1, 2].flatMap((shift) => base64Core(bytes, shift)),
      ...['md5', 'sha1', 'sha256'].flatMap((algorithm) => {
        const digest = createHash(algorithm).update(bytes).digest();
        return [
          digest.toString('hex'),
          digest.toString('base64').replace(/=+$/, ''),
          digest.toString('base64url'),
        ];
      }),
    ];
  });
  return [...new Set(encoded)];
}

/** The part of the base64 text that does not depend on what stands before and after it. */
function base64Core(bytes: Buffer, shift: number): string[] {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const core = text.slice(shift === 0 ? 0 : shift + 1, (bytes.length + shift) % 3 === 0 ? undefined : -1);
  return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
}

/** @returns where which secret was found: `name of the output: name of the secret` */
export function leaksIn(
  outputs: Iterable<readonly [string, string]>,
  secrets: Record<string, string>,
): string[] {
  const searched = Object.entries(secrets).map(([name, secret]) => ({
    name,
    disguises: disguisesOf(secret),
  }));
  return [...outputs].flatMap(([output, given]) => {
    const text = `${given}\n${given.replace(/=?\r?\n/g, '')}`; // mails break words of theirs between lines
    const folded = text.toLowerCase();
    return searched
      .filter(({ disguises }) =>
        disguises.some((disguise) => text.includes(disguise) || folded.includes(disguise)),
      )
      .map(({ name }) => `${output}: ${name}`);
  });
}
