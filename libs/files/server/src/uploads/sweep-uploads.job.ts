import { Injectable } from '@nestjs/common';
import { IdentityPort } from '@kundig/identity/server';
import { JobHandler, type RequestContext } from '@kundig/platform/server';
import { FileRepository } from '../storage/file.repository.js';
import { FileStore } from '../storage/file-store.js';
import { storageKeysOf } from '../stored-file.js';

const BATCH = 100;

/** Clears away what was handed in and never published: no draft names it, or its owner is gone. */
@Injectable()
export class SweepUploads {
  constructor(
    private readonly identity: IdentityPort,
    private readonly files: FileRepository,
    private readonly store: FileStore,
  ) {}

  @JobHandler({ task: 'files.sweep-uploads', cron: '23 * * * *' })
  async run(ctx: RequestContext): Promise<void> {
    for (;;) {
      const uploads = await this.identity.abandonedUploads(BATCH);
      if (uploads.length === 0) return;
      const ids = uploads.map(({ id }) => id);
      // A process that died between publishing and settling leaves both rows; the file belongs to its post then.
      const published = new Set(await this.files.published(ctx, ids));
      await this.store.remove(uploads.filter(({ id }) => !published.has(id)).flatMap(storageKeysOf));
      await this.identity.dropUploads(ids);
    }
  }
}
