import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UnreadableDumpError } from './import-problem.js';

const TABLES = ['Posts', 'Users', 'Comments', 'Votes', 'Tags', 'PostLinks', 'PostHistory'] as const;

/** A table of a Stack Exchange dump that the importer knows. `Badges` and later inventions are passed over. */
export type TableName = (typeof TABLES)[number];

/** A folder in which at least `Posts` was found. */
export interface Dump {
  readonly folder: string;
  /** Path of each table that is there. */
  readonly tables: ReadonlyMap<TableName, string>;
}

/**
 * Finds the tables of a dump: `Posts.xml`, `posts.xml`, `Posts.xml.gz`, in any letter case. Every table except `Posts`
 * may be missing.
 *
 * @param folder the folder that holds the files themselves
 * @throws UnreadableDumpError if the folder cannot be read, has no `Posts`, or has one table twice (`Posts.xml` beside
 *   `posts.xml.gz`), because then nobody can tell which one is meant
 */
export async function findDump(folder: string): Promise<Dump> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    throw new UnreadableDumpError(`The folder ${folder} cannot be read (${cause.code ?? cause.message}).`, {
      cause,
    });
  });
  const tables = new Map<TableName, string>();
  for (const name of names.sort()) {
    const stem = /^(\w+)\.xml(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase();
    const table = TABLES.find((candidate) => candidate.toLowerCase() === stem);
    if (table === undefined) continue;
    const other = tables.get(table);
    if (other !== undefined) {
      throw new UnreadableDumpError(
        `${folder} holds ${table} twice: ${basename(other)} and ${name}. Remove one of them.`,
      );
    }
    tables.set(table, join(folder, name));
  }
  if (!tables.has('Posts')) {
    throw new UnreadableDumpError(
      `${folder} holds no Posts.xml or Posts.xml.gz. Unpack the dump there first.`,
    );
  }
  return { folder, tables };
}
