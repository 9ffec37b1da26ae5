import { Injectable } from '@nestjs/common';
import { ForumPresenter } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { ImportSource } from './import-source.object.js';
import { ImportedItemLoader } from './imported-item.loader.js';

/** Says where threads and posts come from. */
@Injectable()
export class ImportSources {
  constructor(
    private readonly items: ImportedItemLoader,
    private readonly present: ForumPresenter,
  ) {}

  /**
   * @param row thread or post with its author
   * @returns null for what was written here, and where the operator did not name the site
   */
  async of(
    ctx: RequestContext,
    row: { readonly id: string; readonly authorId: string | null },
  ): Promise<ImportSource | null> {
    const [item, author] = await Promise.all([
      this.items.load(ctx, row.id),
      row.authorId === null ? null : this.items.load(ctx, row.authorId),
    ]);
    if (!item?.site) return null;
    return Object.assign(new ImportSource(), {
      site: item.site,
      url: oldUrl(item.site, item.externalId),
      author: author?.name ?? (await this.present.author(ctx, row.authorId)).name,
      licence: item.licence,
    });
  }
}

const PATHS: Record<string, string> = { question: '/q/', answer: '/a/', comment: '/posts/comments/' };

function oldUrl(site: string, externalId: string): string {
  const [kind = '', id = ''] = externalId.split(':');
  return `https://${site}${PATHS[kind] ?? '/'}${id}`;
}
