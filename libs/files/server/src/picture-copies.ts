import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { copyAsPng, type CopyShape } from './content/copy-as-png.js';
import { FileStore } from './storage/file-store.js';
import { FileRepository } from './storage/file.repository.js';
import { filesNamedIn, storageKey, type FilePurpose } from './stored-file.js';

/** Pictures in another form than the one they are kept in. */
@Injectable()
export class PictureCopies {
  constructor(
    private readonly files: FileRepository,
    private readonly store: FileStore,
  ) {}

  /**
   * @param path of a picture that hangs on nothing
   * @returns the picture as PNG; null where there is none under that path
   */
  async png(
    ctx: RequestContext,
    purpose: FilePurpose,
    path: string,
    shape: CopyShape,
  ): Promise<Buffer | null> {
    const [file] = await this.files.named(ctx, purpose, filesNamedIn(path));
    if (file?.kind !== 'image') return null;
    const content = await this.store.open(storageKey(file.id, file.width!));
    return content && copyAsPng(await buffer(content.stream), shape);
  }
}
