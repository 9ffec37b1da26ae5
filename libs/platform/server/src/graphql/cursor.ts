import { z } from 'zod';
import { InvalidInput } from '../errors/expected-error.js';

/** Opaque cursor over a unique sort key `(time, id)`. */
export interface TimeCursor {
  readonly at: Date;
  readonly id: string;
}

/** @returns the cursor as it stands in a link */
export function encodeCursor({ at, id }: TimeCursor): string {
  return Buffer.from(`${at.toISOString()}|${id}`).toString('base64url');
}

const parts = z.tuple([z.iso.datetime().pipe(z.coerce.date()), z.uuid()]);

/** @throws InvalidInput when the text was not made by `encodeCursor` */
export function decodeCursor(cursor: string): TimeCursor {
  const { data } = parts.safeParse(Buffer.from(cursor.slice(0, 200), 'base64url').toString().split('|'));
  if (!data) throw new InvalidInput('after', 'platform:invalid.format');
  const [at, id] = data;
  return { at, id };
}

/** Largest page of any list. */
export const MAX_PAGE_SIZE = 50;
