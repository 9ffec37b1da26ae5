import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import type { PublishedFile } from '../storage/file.repository.js';
import type { FilePurpose } from '../stored-file.js';

/** Who may read a file: everybody, so that shared caches may keep it, or some, the asking person among them. */
export type Audience = 'everybody' | 'some';

/** The domain whose things files of one purpose hang on. */
export interface FileHolder {
  /**
   * Decided by the scope of the thing itself, at this moment.
   * @returns null when the thing is not there for the actor, or does not show the file any more
   */
  audienceOf(ctx: RequestContext, file: PublishedFile): Promise<Audience | null>;

  /**
   * For domains that keep unfinished texts themselves.
   * @returns those of the files that such a text names, and that must not be cleared away therefore
   */
  namedInDrafts?(ctx: RequestContext, fileIds: readonly string[]): Promise<string[]>;
}

/** Knows which domain answers for the files of which purpose. A purpose nobody answers for is closed. */
@Injectable()
export class FileHolders {
  private readonly holders = new Map<FilePurpose, FileHolder>([
    ['site', { audienceOf: () => Promise.resolve('everybody') }],
  ]);

  /** Called once per domain while the process starts. */
  register(purpose: FilePurpose, holder: FileHolder): void {
    this.holders.set(purpose, holder);
  }

  audienceOf(ctx: RequestContext, file: PublishedFile): Promise<Audience | null> {
    return this.holders.get(file.purpose)?.audienceOf(ctx, file) ?? Promise.resolve(null);
  }

  /** @returns those of the files that an unfinished text of any domain names */
  async namedInDrafts(ctx: RequestContext, fileIds: readonly string[]): Promise<string[]> {
    const named = await Promise.all(
      [...this.holders.values()].map((holder) => holder.namedInDrafts?.(ctx, fileIds) ?? []),
    );
    return named.flat();
  }
}
