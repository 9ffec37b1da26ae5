import { createHash } from 'node:crypto';

const letters = (text: string, write: (code: number, letter: string) => string): string =>
  [...text].map((letter) => write(letter.codePointAt(0)!, letter)).join('');
const bytesAs = (bytes: Buffer, write: (hex: string, byte: number) => string): string =>
  [...bytes].map((byte) => write(byte.toString(16).padStart(2, '0'), byte)).join('');
const isWord = (byte: number): boolean => /[\w.-]/.test(String.fromCharCode(byte)) && byte < 128;

/** How a text is written where not every letter may stand; each whole, and as far as it must be. */
const WRITINGS: Readonly<Record<string, (text: string, bytes: Buffer) => string>> = {
  plain: (text) => text,
  backwards: (text) => [...text].reverse().join(''),
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

/** So many letters of a disguise are compared at every place of a text, before the whole disguise is. */
const SIGN_LETTERS = 8;

/** What is looked for, by how it begins. */
class Disguises {
  private readonly byBeginning = new Map<string, { readonly disguise: string; readonly name: string }[]>();
  /** Whether anything begins with letters of that sum; spares nearly all places of a text the look into the table. */
  private readonly begun = new Uint8Array(1 << 16);

  constructor(secrets: Readonly<Record<string, string>>) {
    for (const [name, secret] of Object.entries(secrets))
      for (const disguise of disguisesOf(secret)) {
        if (disguise.length < SIGN_LETTERS)
          throw new Error(`${name} is too short to be told from other texts`);
        const beginning = disguise.slice(0, SIGN_LETTERS);
        this.begun[signOf(beginning, 0)] = 1;
        this.byBeginning.set(beginning, [...(this.byBeginning.get(beginning) ?? []), { disguise, name }]);
      }
  }

  /** @returns names of the secrets that stand in a text, in any disguise */
  in(text: string): Set<string> {
    const found = new Set<string>();
    for (let at = 0; at + SIGN_LETTERS <= text.length; at += 1) {
      if (this.begun[signOf(text, at)] === 0) continue;
      for (const { disguise, name } of this.byBeginning.get(text.slice(at, at + SIGN_LETTERS)) ?? [])
        if (text.startsWith(disguise, at)) found.add(name);
    }
    return found;
  }
}

/** Sixteen bits made of the letters that follow a place. */
function signOf(text: string, at: number): number {
  let sign = 0;
  for (let index = at; index < at + SIGN_LETTERS; index += 1) sign = (sign * 31 + text.charCodeAt(index)) | 0;
  return (sign ^ (sign >>> 16)) & 0xffff;
}

/** @returns where which secret was found: `name of the output: name of the secret` */
export function leaksIn(
  outputs: Iterable<readonly [string, string]>,
  secrets: Readonly<Record<string, string>>,
): string[] {
  const disguises = new Disguises(secrets);
  return [...outputs].flatMap(([output, given]) => {
    const unbroken = given.replace(/=?\r?\n/g, ''); // mails break words of theirs between lines
    const found = [given, unbroken].flatMap((text) => [
      ...disguises.in(text),
      ...disguises.in(text.toLowerCase()),
    ]);
    return Object.keys(secrets)
      .filter((name) => found.includes(name))
      .map((name) => `${output}: ${name}`);
  });
}
