import { Injectable } from '@nestjs/common';
import { BatchLoader, inOrderOf, type RequestContext } from '@kundig/platform/server';
import { ImportRepository, type SourcedItem } from '../storage/import.repository.js';

/** Where something comes from, by the key of the thread, post or pseudonym: one statement for a page. */
@Injectable()
export class ImportedItemLoader extends BatchLoader<SourcedItem> {
  constructor(private readonly imports: ImportRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, ids: readonly string[]): Promise<(SourcedItem | null)[]> {
    return inOrderOf(ids, await this.imports.byTargets(ctx, ids), ({ targetId }) => targetId);
  }
}
