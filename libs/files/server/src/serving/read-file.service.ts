import { Injectable } from '@nestjs/common';
import { IdentityPort } from '@kundig/identity/server';
import { NotFound, type RequestContext } from '@kundig/platform/server';
import { FileHolders, type Audience } from '../holders/file-holders.js';
import { FileRepository } from '../storage/file.repository.js';
import type { StoredFile } from '../stored-file.js';

/** A file the actor may read, and who else. */
export interface ReadableFile {
  readonly file: StoredFile;
  readonly audience: Audience;
}

/** Finds a file by its address: a published one through what it hangs on, an unpublished one for its owner alone. */
@Injectable()
export class ReadFileService {
  constructor(
    private readonly files: FileRepository,
    private readonly holders: FileHolders,
    private readonly identity: IdentityPort,
  ) {}

  /** @throws NotFound there is none, or not for this actor: deliberately the same */
  async execute(ctx: RequestContext, id: string): Promise<ReadableFile> {
    const published = await this.files.find(ctx, id);
    if (published) {
      const audience = await this.holders.audienceOf(ctx, published);
      if (audience) return { file: published, audience };
    } else if (ctx.actor.memberId) {
      const [own] = await this.identity.uploads(ctx.actor.memberId, [id]);
      if (own) return { file: own, audience: 'some' };
    }
    throw new NotFound();
  }
}
