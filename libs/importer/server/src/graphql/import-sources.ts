import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ForumPresenter,
  ImportSource,
  licenceUrl,
  TextSources,
  type SourceBook,
  type SourcedText,
} from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { ImportedItemLoader } from './imported-item.loader.js';

/** Says where threads and posts come from. */
@Injectable()
export class ImportSources implements SourceBook, OnModuleInit {
  constructor(
    private readonly items: ImportedItemLoader,
    private readonly present: ForumPresenter,
    private readonly sources: TextSources,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  /**
   * @param row thread or post with its author
   * @returns null for what was written here, and where the operator did not name the site
   */
  async of(ctx: RequestContext, row: SourcedText): Promise<ImportSource | null> {
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
      licenceUrl: licenceUrl(item.licence),
    });
  }
}

const PATHS: Record<string, string> = { question: '/q/', answer: '/a/', comment: '/posts/comments/' };

function oldUrl(site: string, externalId: string): string {
  const [kind = '', id = ''] = externalId.split(':');
  return `https://${site}${PATHS[kind] ?? '/'}${id}`;
}
