import { Injectable } from '@nestjs/common';
import { AppDatabase, Randomness, type RequestContext } from '@kundig/platform/server';
import { POSTS_PER_BATCH, type OnProgress } from '../index/batches.js';
import { INDEX_PREFIX, SETTINGS_DIGEST } from './index-settings.js';
import { MeilisearchServer } from './meilisearch-server.js';
import { MirrorRepository, type Mirror } from './mirror.repository.js';

/**
 * Fills a new index with all documents while the one before it answers and both follow the writes; then the new one takes its place by
 * one commit. A run that was cut off is continued behind its last batch.
 */
@Injectable()
export class BuildMirror {
  constructor(
    private readonly database: AppDatabase,
    private readonly server: MeilisearchServer,
    private readonly mirrors: MirrorRepository,
    private readonly randomness: Randomness,
  ) {}

  /** @param ctx of the system @throws when the server cannot be filled */
  async execute(ctx: RequestContext, onProgress: OnProgress = () => undefined): Promise<void> {
    await this.server.proveKey();
    const place = (await this.interrupted(ctx)) ?? (await this.begin(ctx));
    if (!place) return;
    const { indexUid, copiedUpTo } = place;
    const total = await this.mirrors.count(ctx);
    let done = copiedUpTo ? await this.mirrors.count(ctx, copiedUpTo) : 0;
    for (let copied = 0; (copied = await this.copyBatch(ctx, indexUid)) > 0;) {
      done += copied;
      onProgress({ done, total: Math.max(done, total) });
    }
    await this.deleteRetired(ctx);
  }

  /** Indexes that another has taken the place of. */
  async deleteRetired(ctx: RequestContext): Promise<void> {
    for (const { indexUid, state } of await this.mirrors.all(ctx)) {
      if (state !== 'retired') continue;
      await this.server.delete(indexUid);
      await this.mirrors.remove(ctx, indexUid);
    }
  }

  /** @returns the index that is being filled, where it still is what this release makes */
  private async interrupted(ctx: RequestContext): Promise<Mirror | null> {
    const filling = (await this.mirrors.all(ctx)).find(({ state }) => state === 'filling');
    if (!filling) return null;
    if (filling.settingsDigest === SETTINGS_DIGEST && (await this.server.holds(filling.indexUid)))
      return filling;
    await this.mirrors.retire(ctx, filling.indexUid);
    return null;
  }

  /** @returns null where another process has just begun */
  private async begin(ctx: RequestContext): Promise<Pick<Mirror, 'indexUid' | 'copiedUpTo'> | null> {
    // Named by chance: two communities on one server never meet, and no name is used twice.
    const indexUid = `${INDEX_PREFIX}${SETTINGS_DIGEST}_${this.randomness.bytes(6).toString('hex')}`;
    await this.server.create(indexUid);
    if (!(await this.mirrors.begin(ctx, indexUid, SETTINGS_DIGEST))) {
      await this.server.delete(indexUid);
      return null;
    }
    return { indexUid, copiedUpTo: null };
  }

  /** @returns number of documents that were copied; 0 when the index is complete and answers */
  private copyBatch(ctx: RequestContext, indexUid: string): Promise<number> {
    return this.database.transaction(ctx, async (tx) => {
      await this.mirrors.lock(tx);
      const mirror = (await this.mirrors.all(tx)).find((known) => known.indexUid === indexUid);
      if (mirror?.state !== 'filling') return 0; // another process completed it
      const documents = await this.mirrors.documentsAfter(tx, mirror.copiedUpTo, POSTS_PER_BATCH);
      const last = documents.at(-1);
      if (!last) {
        await this.mirrors.serve(tx, indexUid);
        return 0;
      }
      await this.server.send(indexUid, documents, []);
      await this.mirrors.copied(tx, indexUid, last.postId);
      return documents.length;
    });
  }
}
