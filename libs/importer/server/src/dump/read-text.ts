import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PassThrough, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnreadableDumpError } from './import-problem.js';

/** A line of NDJSON or of a spilled run longer than this is no record of ours. In UTF-16 code units. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * Streams a text file, unpacked if its name ends in `.gz`, as pieces of decoded text. A byte order mark is taken off.
 *
 * @throws UnreadableDumpError if the file is missing or its packing is damaged or cut off
 */
export async function* readText(path: string): AsyncGenerator<string> {
  const unpacked: Readable = new PassThrough({ highWaterMark: 64 * 1024 });
  const source = createReadStream(path);
  const flow = path.toLowerCase().endsWith('.gz')
    ? pipeline(source, createGunzip(), unpacked as PassThrough)
    : pipeline(source, unpacked as PassThrough);
  flow.catch(() => undefined); // the same error reaches the reading loop below
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const bytes of unpacked) yield decoder.decode(bytes as Buffer, { stream: true });
    yield decoder.decode();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UnreadableDumpError(`${basename(path)} is damaged or cannot be read (${why}).`, { cause });
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

/** A line of a text file and its number, counted from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/**
 * The lines of a text file, ended by LF or CRLF alone: JSON may hold U+2028, at which Node's readline would split.
 *
 * @throws UnreadableDumpError as {@link readText}, or if a line exceeds 16 Mi characters
 */
export async function* readLines(path: string): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  for await (const piece of readText(path)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) {
      throw new UnreadableDumpError(
        `${basename(path)} has a line longer than ${LONGEST_LINE} characters after line ${number}.`,
      );
    }
    for (const text of lines)
      yield { number: ++number, text: text.endsWith('\r') ? text.slice(0, -1) : text };
  }
  if (rest !== '') yield { number: ++number, text: rest };
}
