import { Injectable } from '@nestjs/common';
import { AppDatabase, AppJobs, type RequestContext } from '@kundig/platform/server';
import { POSTS_PER_BATCH } from '../index/batches.js';
import { MeilisearchServer } from './meilisearch-server.js';
import { MirrorRepository } from './mirror.repository.js';

/** Task that sends what changed. */
export const FOLLOW_TASK = 'search.follow-documents';

/**
 * Sends the documents that changed, as they are when they are sent, and forgets a change once it is stored. What cannot be sent
 * stays in the log: repeated, late and from several processes at once it gives the same index.
 */
@Injectable()
export class FollowDocuments {
  constructor(
    private readonly database: AppDatabase,
    private readonly jobs: AppJobs,
    private readonly server: MeilisearchServer,
    private readonly mirrors: MirrorRepository,
  ) {}

  /** Has the changes of this transaction sent after its commit. */
  async request(tx: RequestContext): Promise<void> {
    if (!this.server.isConfigured) return;
    await this.jobs.add(tx, { task: FOLLOW_TASK, payload: {}, jobKey: FOLLOW_TASK });
  }

  /** @param ctx of the system @throws when the server does not take them */
  async execute(ctx: RequestContext): Promise<void> {
    await this.server.proveKey();
    while (await this.sendBatch(ctx));
  }

  /** @returns whether there may be more */
  private sendBatch(ctx: RequestContext): Promise<boolean> {
    return this.database.transaction(ctx, async (tx) => {
      await this.mirrors.lock(tx);
      const changes = await this.mirrors.changes(tx, POSTS_PER_BATCH);
      if (changes.length === 0) return false;
      const postIds = [...new Set(changes.map(({ postId }) => postId))];
      const documents = await this.mirrors.documents(tx, postIds);
      const found = new Set(documents.map(({ postId }) => postId));
      const removed = postIds.filter((id) => !found.has(id));
      for (const { indexUid, state } of await this.mirrors.all(tx)) {
        if (state === 'retired') continue;
        // Documents sent to an index that is gone would make one without settings.
        if (await this.server.holds(indexUid)) await this.server.send(indexUid, documents, removed);
        else await this.mirrors.remove(tx, indexUid);
      }
      await this.mirrors.sent(tx, changes);
      return true;
    });
  }
}
