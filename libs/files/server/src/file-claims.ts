import { Injectable } from '@nestjs/common';
import { IdentityPort } from '@kundig/identity/server';
import { InvalidInput, type RequestContext } from '@kundig/platform/server';
import { FILE_LIMITS } from './files.limits.js';
import { FileRepository } from './storage/file.repository.js';
import { FileStore } from './storage/file-store.js';
import { filesNamedIn, storageKeysOf, type FilePurpose, type StoredFile } from './stored-file.js';

/** Files of the actor that are about to be published with something. */
export type FileClaim = readonly StoredFile[];

/**
 * Publishes what people handed in, together with the text that names it. The order of a write: `claim`, then the one app
 * transaction with `publish` in it, then `settle`. Nothing is asked or written for a text that names no file.
 */
@Injectable()
export class FileClaims {
  constructor(
    private readonly identity: IdentityPort,
    private readonly files: FileRepository,
    private readonly store: FileStore,
  ) {}

  /**
   * @param markdown text that may name files; those that are not the actor's own and unpublished are none of its business
   * @param field    input field the text came in
   * @throws InvalidInput when it names more files than one text may
   */
  async claim(
    ctx: RequestContext,
    purpose: FilePurpose,
    markdown: string,
    field = 'body',
  ): Promise<FileClaim> {
    const ids = filesNamedIn(markdown);
    if (ids.length === 0 || ctx.actor.memberId === null) return [];
    if (ids.length > FILE_LIMITS.perText)
      throw new InvalidInput(field, 'files:error.tooMany', { count: FILE_LIMITS.perText });
    const uploads = await this.identity.uploads(ctx.actor.memberId, ids);
    return uploads.filter((upload) => upload.purpose === purpose);
  }

  /** In the transaction of the write. @param holderId key of the post or member they hang on from now on */
  async publish(tx: RequestContext, claim: FileClaim, holderId: string): Promise<void> {
    if (claim.length > 0) await this.files.add(tx, claim, holderId);
  }

  /** After the commit: nothing ties the files to an account any more. */
  async settle(claim: FileClaim): Promise<void> {
    if (claim.length > 0) await this.identity.dropUploads(claim.map(({ id }) => id));
  }

  /** Removes files for good that hang on nothing, bytes first. @param text that names them */
  async withdraw(ctx: RequestContext, purpose: FilePurpose, text: string): Promise<void> {
    const named = await this.files.named(ctx, purpose, filesNamedIn(text));
    await this.store.remove(named.flatMap(storageKeysOf));
    await this.files.remove(
      ctx,
      named.map(({ id }) => id),
    );
  }

  /**
   * Removes the files of a holder for good, bytes first, but for those that `markdown` still names.
   * @returns number of files removed
   */
  async keepOnly(
    ctx: RequestContext,
    purpose: FilePurpose,
    holderId: string,
    markdown: string,
  ): Promise<number> {
    const gone = await this.files.ofHolders(ctx, purpose, [holderId], filesNamedIn(markdown));
    if (gone.length === 0) return 0;
    await this.store.remove(gone.flatMap(storageKeysOf));
    await this.files.remove(
      ctx,
      gone.map(({ id }) => id),
    );
    return gone.length;
  }
}
