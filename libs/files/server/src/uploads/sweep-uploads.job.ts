import { Injectable } from '@nestjs/common';
import { IdentityPort, type UploadView } from '@kundig/identity/server';
import { JobHandler, type RequestContext } from '@kundig/platform/server';
import { FileHolders } from '../holders/file-holders.js';
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
    private readonly holders: FileHolders,
    private readonly store: FileStore,
  ) {}

  @JobHandler({ task: 'files.sweep-uploads', cron: '23 * * * *' })
  async run(ctx: RequestContext): Promise<void> {
    let after: string | null = null;
    for (;;) {
      const abandoned: UploadView[] = await this.identity.abandonedUploads(after, BATCH);
      if (abandoned.length === 0) return;
      after = abandoned.at(-1)!.id;
      const found = abandoned.map(({ id }) => id);
      const drafted = new Set(await this.holders.namedInDrafts(ctx, found));
      const uploads = abandoned.filter(({ id }) => !drafted.has(id));
      const ids = uploads.map(({ id }) => id);
      // A process that died between publishing and settling leaves both rows; the file belongs to its post then.
      const published = new Set(await this.files.published(ctx, ids));
      await this.store.remove(uploads.filter(({ id }) => !published.has(id)).flatMap(storageKeysOf));
      await this.identity.dropUploads(ids);
    }
  }
}
