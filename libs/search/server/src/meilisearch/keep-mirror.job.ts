import { Injectable, Logger } from '@nestjs/common';
import { JobHandler, LongWork, type RequestContext } from '@kundig/platform/server';
import { BuildMirror } from './build-mirror.service.js';
import { FOLLOW_TASK, FollowDocuments } from './follow-documents.service.js';
import { SETTINGS_DIGEST } from './index-settings.js';
import { MeilisearchServer } from './meilisearch-server.js';
import { MirrorRepository } from './mirror.repository.js';

/**
 * Keeps Meilisearch's copy of the documents: changes at once, and every minute what a server that was away has missed. A server that
 * does not answer is no failed job: the log keeps everything until it does.
 */
@Injectable()
export class KeepMirror {
  private readonly log = new Logger(KeepMirror.name);

  constructor(
    private readonly server: MeilisearchServer,
    private readonly mirrors: MirrorRepository,
    private readonly following: FollowDocuments,
    private readonly building: BuildMirror,
    private readonly works: LongWork,
  ) {}

  @JobHandler({ task: FOLLOW_TASK })
  async follow(ctx: RequestContext): Promise<void> {
    if (this.server.isConfigured) await this.attempt(() => this.following.execute(ctx));
  }

  @JobHandler({ task: 'search.keep-mirror', cron: '* * * * *' })
  async sweep(ctx: RequestContext): Promise<void> {
    const known = await this.mirrors.all(ctx);
    if (this.server.isConfigured) await this.attempt(() => this.catchUp(ctx));
    else if (known.length > 0) await this.mirrors.removeAll(ctx);
  }

  private async catchUp(ctx: RequestContext): Promise<void> {
    await this.server.proveKey();
    for (const { indexUid, state } of await this.mirrors.all(ctx))
      if (state !== 'retired' && !(await this.server.holds(indexUid)))
        await this.mirrors.remove(ctx, indexUid);
    await this.following.execute(ctx);
    const known = await this.mirrors.all(ctx);
    const isServed = known.some(
      ({ state, settingsDigest }) => state === 'serving' && settingsDigest === SETTINGS_DIGEST,
    );
    const filling = known.find(({ state }) => state === 'filling');
    if (filling ? !filling.isWorkedOn : !isServed)
      await this.works.watch('search-reindex', (report) =>
        this.building.execute(ctx, ({ done, total }) => report(done, total)),
      );
    else await this.building.deleteRetired(ctx);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.warn(`Meilisearch does not follow, PostgreSQL answers: ${String(error)}`);
    }
  }
}
