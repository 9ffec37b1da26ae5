import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A row as attribute values; they are escaped on writing. */
export type Row = Record<string, string | number>;

const escape = (value: string | number): string =>
  String(value).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/\n/g, '&#xA;');

/** One `<row …/>`. */
export const xmlRow = (row: Row): string =>
  `  <row ${Object.entries(row)
    .map(([name, value]) => `${name}="${escape(value)}"`)
    .join(' ')} />`;

/** A table as the original dumps write it: byte order mark, CRLF, a row on each line from line 3 on. */
export const xmlTable = (rows: readonly (Row | string)[]): string =>
  [
    '\uFEFF<?xml version="1.0" encoding="utf-8"?>',
    '<rows>',
    ...rows.map((row) => (typeof row === 'string' ? row : xmlRow(row))),
    '</rows>',
    '',
  ].join('\r\n');

/** A question with nothing remarkable about it. */
export const question = (id: number, more: Row = {}): Row => ({
  Id: id,
  PostTypeId: 1,
  CreationDate: '2016-12-06T17:10:44.557',
  Score: 3,
  ViewCount: 10,
  Body: '<p>How?</p>',
  Title: `Question ${id}`,
  Tags: '<mqtt>',
  OwnerUserId: 7,
  ...more,
});

/** An answer with nothing remarkable about it. */
export const answer = (id: number, parent: number, more: Row = {}): Row => ({
  Id: id,
  PostTypeId: 2,
  ParentId: parent,
  CreationDate: '2016-12-07T08:00:00.000',
  Score: 1,
  Body: '<p>So.</p>',
  OwnerUserId: 8,
  ...more,
});

/** A comment with nothing remarkable about it. */
export const comment = (id: number, post: number, more: Row = {}): Row => ({
  Id: id,
  PostId: post,
  Score: 0,
  Text: 'Which model?',
  CreationDate: '2016-12-08T09:00:00.000',
  UserId: 9,
  ...more,
});

const folders: string[] = [];

/**
 * Writes files into a folder of their own; `.gz` files are packed.
 *
 * @param files content by file name
 * @returns the folder
 */
export async function writeFiles(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kundig-dump-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), name.endsWith('.gz') ? gzipSync(content) : content);
  }
  return folder;
}

/** Removes all folders of {@link writeFiles}. */
export const removeFiles = (): Promise<unknown> =>
  Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
