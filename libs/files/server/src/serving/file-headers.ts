import type { ReadableFile } from './read-file.service.js';

/** How long a reader's browser may show a public picture without asking again, in seconds. */
const PUBLIC_SECONDS = 600;

const TYPES = { image: 'image/webp', pdf: 'application/pdf', text: 'application/octet-stream' } as const;
const NAMES = { image: 'bild.webp', pdf: 'anhang.pdf', text: 'anhang.txt' } as const;

/**
 * Headers of a file. Only pictures, which we wrote ourselves, are shown in place; what others wrote is a download, never
 * opened as a page. The name it is saved under is the same for all, so that none tells who wrote.
 * @param shared whether the asking person is nobody in particular, so that caches on the way may keep the answer
 */
export function headersOf({ file, audience }: ReadableFile, shared: boolean): Record<string, string> {
  const isPicture = file.kind === 'image';
  return {
    'Content-Type': TYPES[file.kind],
    'Content-Disposition': `${isPicture ? 'inline' : 'attachment'}; filename="${NAMES[file.kind]}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control':
      audience === 'everybody' && isPicture
        ? `${shared ? 'public' : 'private'}, max-age=${PUBLIC_SECONDS}`
        : 'private, no-store',
    Vary: 'Cookie',
  };
}
