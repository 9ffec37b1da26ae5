import { pipeline } from 'node:stream/promises';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { leakAnswers } from '@kundig/leak-guard/server';
import {
  Access,
  InvalidInput,
  NotFound,
  parseInput,
  widthsOf,
  type RequestContext,
} from '@kundig/platform/server';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { FileStore } from '../storage/file-store.js';
import { FILE_PURPOSES, filePath, storageKey, type FileKind, type StoredFile } from '../stored-file.js';
import { FileReader } from '../uploads/file-reader.js';
import { UploadFileService } from '../uploads/upload-file.service.js';
import { headersOf } from './file-headers.js';
import { ReadFileService } from './read-file.service.js';

type ContextRequest = Request & { kundig: RequestContext };

/** What whoever handed in a file is told of it. */
interface UploadedFile {
  readonly id: string;
  /** Path, as texts name it. */
  readonly url: string;
  readonly kind: FileKind;
  /** In pixels; null for downloads. */
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: number;
}

const uploadSchema = z.object({ purpose: z.enum(FILE_PURPOSES), leaks: leakAnswers.leaks });

const ADDRESS = /^(?<id>[2-9a-zA]{24})(?:-(?<width>\d{1,4})x(?<height>\d{1,4}))?$/;

/** Files in and out over HTTP. */
@Controller()
export class FilesController {
  constructor(
    private readonly reader: FileReader,
    private readonly uploads: UploadFileService,
    private readonly files: ReadFileService,
    private readonly store: FileStore,
  ) {}

  /**
   * One file as multipart field `file`; the session's token comes as the header `x-kundig-form`, and whoever was asked about
   * what stands in a text file says in `leaks` what is to become of it.
   */
  @Post(['files', 'en/files'])
  @HttpCode(201)
  @Access.member()
  async upload(
    @Req() req: ContextRequest,
    @Res({ passthrough: true }) res: Response,
    @Query() query: unknown,
  ): Promise<UploadedFile> {
    const { purpose, leaks } = parseInput(uploadSchema, query);
    await this.uploads.admit(req.kundig, purpose);
    await this.reader.read(req, res, true);
    const bytes = this.reader.fileOf(req);
    if (!bytes) throw new InvalidInput('file', 'files:error.empty');
    const { id, kind, width, height, ...file } = await this.uploads.execute(
      req.kundig,
      purpose,
      bytes,
      leaks ?? null,
    );
    return { id, url: filePath({ id, width, height }), kind, width, height, bytes: file.bytes };
  }

  /** A picture in its greatest version, or a download. */
  @Get('files/:address')
  @Access.public() // what the file hangs on decides
  whole(@Req() req: ContextRequest, @Res() res: Response, @Param('address') address: string): Promise<void> {
    return this.send(req, res, address);
  }

  /** A picture in one of its smaller widths. */
  @Get('files/:address/:width')
  @Access.public() // what the file hangs on decides
  smaller(
    @Req() req: ContextRequest,
    @Res() res: Response,
    @Param('address') address: string,
    @Param('width') width: string,
  ): Promise<void> {
    return this.send(req, res, address, width);
  }

  private async send(req: ContextRequest, res: Response, address: string, width?: string): Promise<void> {
    const { id } = ADDRESS.exec(address)?.groups ?? {};
    if (id === undefined) throw new NotFound();
    const readable = await this.files.execute(req.kundig, id);
    const version = versionOf(readable.file, address, width);
    if (version === null) throw new NotFound();
    res.set({ ...headersOf(readable, !req.kundig.actor.isMember), ETag: `"${id}-${version}"` });
    if (req.fresh) return void res.status(304).end();
    const content = await this.store.open(storageKey(id, version));
    if (!content) throw new NotFound();
    res.set('Content-Length', String(content.size));
    if (req.method === 'HEAD') {
      content.stream.destroy();
      return void res.end();
    }
    await pipeline(content.stream, res).catch(() => res.destroy()); // the reader went away in the middle
  }
}

/** @returns the version an address names; null when the file has no such address */
function versionOf(file: StoredFile, address: string, width?: string): number | 'whole' | null {
  if (`/files/${address}` !== filePath(file)) return null;
  if (file.width === null) return width === undefined ? 'whole' : null;
  if (width === undefined) return file.width;
  const wanted = Number(width);
  return String(wanted) === width && widthsOf(file.width).includes(wanted) ? wanted : null;
}
