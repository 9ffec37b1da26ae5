import { InvalidInput } from '@kundig/platform/server';
import type { FileKind } from '../stored-file.js';

/** Pictures our decoders open. */
const PICTURES = ['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/gif'];

/** Bytes at the beginning of a file in which markup gives itself away. */
const HEAD_LENGTH = 4_096;

const MARKUP = /<(?:!doctype\s+html|html|head|body|script|iframe|svg)\b/i;
const SVG = /<svg\b/i;

/** Text has letters, tabulators, ends of lines and of pages, and the colours of a terminal; UTF-16 says what it is. */
const IN_TEXT = new Set(['\t', '\n', '\f', '\r', '\x1b'].map((letter) => letter.charCodeAt(0)));
const NOT_IN_TEXT = Uint8Array.from({ length: 256 }, (_, code) => Number(code < 32 && !IN_TEXT.has(code)));

const isUtf16 = (bytes: Buffer): boolean => ['fffe', 'feff'].includes(bytes.toString('hex', 0, 2));
const isText = (bytes: Buffer): boolean => isUtf16(bytes) || bytes.every((byte) => NOT_IN_TEXT[byte] === 0);

/**
 * Tells what a file is from its bytes alone: names and types that come along are anybody's to choose.
 * @throws InvalidInput for what is neither a picture we open, nor a PDF, nor plain text
 */
export async function recogniseFile(bytes: Buffer): Promise<FileKind> {
  if (bytes.length === 0) throw new InvalidInput('file', 'files:error.empty');
  const { fileTypeFromBuffer } = await import('file-type');
  const mime = isUtf16(bytes) ? undefined : (await fileTypeFromBuffer(bytes))?.mime;
  if (mime && PICTURES.includes(mime)) return 'image';
  if (mime === 'application/pdf') return 'pdf';
  if (mime?.startsWith('image/') && mime !== 'image/svg+xml')
    throw new InvalidInput('file', 'files:error.picture');
  const head = bytes.subarray(0, HEAD_LENGTH).toString('latin1').replaceAll('\0', '');
  if (SVG.test(head)) throw new InvalidInput('file', 'files:error.svg');
  if (MARKUP.test(head)) throw new InvalidInput('file', 'files:error.markup');
  if ((mime === undefined || mime === 'application/xml') && isText(bytes)) return 'text';
  throw new InvalidInput('file', 'files:error.kind');
}
