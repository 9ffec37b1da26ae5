import { createHash } from 'node:crypto';
import type { UploadView } from '@kundig/identity/server';
import { widthsOf } from '@kundig/platform/server';

/** What a file is, by its bytes: pictures are shown, the others are downloads. */
export type FileKind = UploadView['kind'];

/**
 * What a file is for. Those of `post`, `portrait` and `article` wait unpublished until a post, a profile or an article takes
 * them; those of `site` are handed in by administrators and readable by whoever has the address at once.
 */
export type FilePurpose = UploadView['purpose'];
export const FILE_PURPOSES = ['post', 'portrait', 'article', 'site'] as const satisfies FilePurpose[];

/** A file without a word about who handed it in, when, or under which name: the same before and after it is published. */
export type StoredFile = UploadView;

/**
 * Path of a file. That of a picture tells its size, so that every text can give it its place without asking a database:
 * `/files/<id>-1600x900`.
 */
export const filePath = ({ id, width, height }: Pick<StoredFile, 'id' | 'width' | 'height'>): string =>
  width === null ? `/files/${id}` : `/files/${id}-${width}x${height}`;

/** Where the storage keeps a version of a file. A list of all keys gives away no address. */
export const storageKey = (id: string, version: number | 'whole'): string => {
  const hash = createHash('sha256').update(`${id}/${version}`).digest('hex');
  return `${hash.slice(0, 2)}/${hash}`;
};

/** @returns the storage keys of all versions of a file */
export const storageKeysOf = ({ id, width }: Pick<StoredFile, 'id' | 'width'>): string[] =>
  width === null ? [storageKey(id, 'whole')] : widthsOf(width).map((version) => storageKey(id, version));

const NAMED_FILE = /\/files\/([2-9a-zA]{24})(?![0-9a-zA-Z])/g;

/** @returns ids of the files a Markdown text names, each once, in order */
export const filesNamedIn = (markdown: string): string[] => [
  ...new Set(Array.from(markdown.matchAll(NAMED_FILE), ([, id]) => id!)),
];
