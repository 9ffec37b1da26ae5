import { createHash } from 'node:crypto';

/** Every way in which a text could stand in an output without being recognised at sight. */
export function disguisesOf(secret: string): string[] {
  const variants = new Set([secret, secret.toLowerCase(), secret.toUpperCase()]);
  const encoded = [...variants].flatMap((text) => {
    const bytes = Buffer.from(text);
    return [
      text,
      encodeURIComponent(text),
      bytes.toString('hex'),
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
  return [...outputs].flatMap(([output, text]) => {
    const folded = text.toLowerCase();
    return searched
      .filter(({ disguises }) =>
        disguises.some((disguise) => text.includes(disguise) || folded.includes(disguise)),
      )
      .map(({ name }) => `${output}: ${name}`);
  });
}
