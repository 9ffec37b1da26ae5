import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportCommunityService, planStackExchangeImport } from '@kundig/importer/server';
import { RequestContext } from '@kundig/platform/server';
import { z } from 'zod';
import type { Services } from '../services.js';
import { saveBoard } from '../structure/seed-structure.js';
import { childBoardSchema } from '../structure/structure-file.js';

const sourceFile = z.strictObject({
  site: z.string().max(255),
  licence: z.string().max(60),
  board: childBoardSchema,
});

/** An excerpt of a real site, with what must be shown beside its texts. */
export type DemoSource = z.infer<typeof sourceFile> & { readonly folder: string };

/** @param folder of the demo content */
export async function readDemoSource(folder: string): Promise<DemoSource> {
  const excerpt = join(folder, 'se-iot');
  const file: unknown = JSON.parse(await readFile(join(excerpt, 'source.json'), 'utf8'));
  return { ...sourceFile.parse(file), folder: excerpt };
}

/**
 * Imports the excerpt into a board of its own.
 * @param rank place of the board among those of the first level
 * @returns number of its threads
 */
export async function loadDemoSource(
  services: Services,
  { site, licence, board, folder }: DemoSource,
  rank: number,
): Promise<number> {
  const ctx = RequestContext.system('en'); // the language of the excerpt
  const plan = await planStackExchangeImport(folder, {
    site,
    naming: { formerMember: 'Former member', longestNickname: 40 },
    report: ({ file, line, reason }) => {
      throw new Error(`${file}:${line}: ${reason}`);
    },
  });
  try {
    await services(ImportCommunityService).execute(ctx, {
      plan,
      board: await saveBoard(services, ctx, board, { parentId: null, rank }),
      site,
      licence,
      fallbackLang: 'en',
    });
    return plan.counts.questions;
  } finally {
    await plan.close();
  }
}
