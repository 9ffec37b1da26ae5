import { Injectable } from '@nestjs/common';
import { IdentityPort } from '@kundig/identity/server';
import { LeakQuestion, type LeakAnswer } from '@kundig/leak-guard/server';
import {
  InvalidInput,
  Randomness,
  SignInRequired,
  Suspended,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { encodePicture } from '../content/encode-picture.js';
import { openPdf } from '../content/open-pdf.js';
import { recogniseFile } from '../content/recognise-file.js';
import { textOf } from '../content/text-of.js';
import { FILE_LIMITS } from '../files.limits.js';
import { filesPolicy } from '../files.policy.js';
import { FileRepository } from '../storage/file.repository.js';
import { FileStore } from '../storage/file-store.js';
import { storageKey, storageKeysOf, type FilePurpose, type StoredFile } from '../stored-file.js';

/** What the storage keeps of a file, by key. */
type Contents = readonly { readonly key: string; readonly bytes: Buffer }[];

/** Takes a file in: recognised by its bytes, pictures and PDF files written anew, nothing of its name or its owner's machine kept. */
@Injectable()
export class UploadFileService {
  constructor(
    private readonly identity: IdentityPort,
    private readonly files: FileRepository,
    private readonly store: FileStore,
    private readonly limits: WriteLimits,
    private readonly leaks: LeakQuestion,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Asked before the first byte is read.
   * @throws SignInRequired, NotFound (not for this person), TooManyRequests
   * @throws Suspended also where the file comes along with a form that the suspended may send
   */
  async admit(ctx: RequestContext, purpose: FilePurpose): Promise<void> {
    filesPolicy.mayHandIn(ctx.actor, purpose).orThrow();
    if (ctx.suspension) throw new Suspended(ctx.suspension);
    await this.limits.consume(ctx, 'upload');
  }

  /**
   * Of an admitted person.
   * @param leaks what is to become of places in a text or a PDF that may be nobody's to read, once asked
   * @throws InvalidInput what it is cannot be taken, with the reason in words; on `leaks`, that somebody has to say what is to
   *   become of something in it
   */
  async execute(
    ctx: RequestContext,
    purpose: FilePurpose,
    bytes: Buffer,
    leaks: LeakAnswer | null = null,
  ): Promise<StoredFile> {
    const kind = await recogniseFile(bytes);
    if (!filesPolicy.takesKind(purpose, kind)) throw new InvalidInput('file', 'files:error.onlyPictures');
    const id = this.randomness.publicId() + this.randomness.publicId();
    if (kind === 'image') return this.take(ctx, await this.picture(id, purpose, bytes));
    const keep = (content: Buffer) => this.take(ctx, this.download({ id, purpose, kind }, content));
    return kind === 'pdf' ? this.pdf(ctx, bytes, leaks, keep) : this.text(ctx, bytes, leaks, keep);
  }

  /** Puts the question of a composer about a PDF, of which nothing can be hidden. */
  private async pdf(
    ctx: RequestContext,
    bytes: Buffer,
    leaks: LeakAnswer | null,
    take: (bytes: Buffer) => Promise<StoredFile>,
  ): Promise<StoredFile> {
    const opened = await openPdf(bytes);
    return this.leaks.settleUnchanged(ctx, { body: opened.text, leaks }, () => take(opened.bytes));
  }

  /** Puts the question of a composer about a text file; of a long one, about its beginning. */
  private text(
    ctx: RequestContext,
    bytes: Buffer,
    leaks: LeakAnswer | null,
    take: (bytes: Buffer) => Promise<StoredFile>,
  ): Promise<StoredFile> {
    const text = textOf(bytes);
    const body = text.slice(0, FILE_LIMITS.lookedThrough);
    return this.leaks.settle(ctx, { body, leaks }, (settled) =>
      take(settled.body === body ? bytes : Buffer.from(settled.body + text.slice(body.length))),
    );
  }

  /** The row comes before the bytes: whatever fails in between, the sweep finds it. */
  private async take(
    ctx: RequestContext,
    { file, contents }: { file: StoredFile; contents: Contents },
  ): Promise<StoredFile> {
    await this.keep(ctx, file);
    try {
      await Promise.all(contents.map(({ key, bytes: content }) => this.store.put(key, content)));
    } catch (error) {
      await this.giveUp(ctx, file);
      throw error;
    }
    return file;
  }

  private async picture(id: string, purpose: FilePurpose, bytes: Buffer) {
    const { width, height, versions } = await encodePicture(bytes);
    const size = versions.at(-1)!.bytes.length;
    const file: StoredFile = { id, purpose, kind: 'image', width, height, bytes: size };
    const contents: Contents = versions.map((version) => ({
      key: storageKey(id, version.width),
      bytes: version.bytes,
    }));
    return { file, contents };
  }

  private download(what: Pick<StoredFile, 'id' | 'purpose' | 'kind'>, bytes: Buffer) {
    const file: StoredFile = { ...what, width: null, height: null, bytes: bytes.length };
    const contents: Contents = [{ key: storageKey(file.id, 'whole'), bytes }];
    return { file, contents };
  }

  private async keep(ctx: RequestContext, file: StoredFile): Promise<void> {
    if (!filesPolicy.waits(file.purpose)) return this.files.add(ctx, [file], null);
    if (!(await this.identity.keepUpload(ctx.actor.memberId!, file))) throw new SignInRequired();
  }

  private async giveUp(ctx: RequestContext, file: StoredFile): Promise<void> {
    await this.store.remove(storageKeysOf(file)).catch(() => undefined); // the storage is what failed
    if (filesPolicy.waits(file.purpose)) await this.identity.dropUploads([file.id]);
    else await this.files.remove(ctx, [file.id]);
  }
}
