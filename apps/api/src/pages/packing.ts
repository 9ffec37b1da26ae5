import { brotliCompressSync, brotliDecompressSync, constants, gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';

/** Ways a page can travel, best first. */
const PACKINGS = ['br', 'gzip'] as const;
export type Packing = (typeof PACKINGS)[number] | 'identity';

/**
 * Of what Brotli offers: a page of 118 kB becomes 14.0 kB in 0.3 ms. Gzip at its default needs 0.9 ms for 16.6 kB, Brotli's
 * next step twice the time for 5 percent.
 */
const BROTLI_QUALITY = 3;
/** Hardly anybody asks for gzip alone; the step after this one takes twice the time for a tenth of the size. */
const GZIP_LEVEL = 3;

/** @returns the best packing whoever asks can unpack */
export const packingFor = (req: Request): Packing =>
  PACKINGS.find((packing) => req.acceptsEncodings(packing)) ?? 'identity';

/** @returns the page's bytes as they travel */
export function pack(bytes: Buffer, packing: Packing): Buffer {
  if (packing === 'identity') return bytes;
  if (packing === 'gzip') return gzipSync(bytes, { level: GZIP_LEVEL });
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_SIZE_HINT: sizeHint } = constants;
  return brotliCompressSync(bytes, { params: { [quality]: BROTLI_QUALITY, [sizeHint]: bytes.length } });
}

/** @param packed by `pack`, in `br` */
export const unpack = (packed: Buffer): Buffer => brotliDecompressSync(packed);

/** Sends a page that is packed already. */
export function sendPacked(
  req: Request,
  res: Response,
  status: number,
  body: Buffer,
  packing: Packing,
): void {
  if (packing !== 'identity') res.setHeader('Content-Encoding', packing);
  res.setHeader('Vary', 'Cookie, Accept-Encoding');
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('Content-Length', body.length);
  res.status(status).end(req.method === 'HEAD' ? undefined : body);
}
