import { Injectable } from '@nestjs/common';
import {
  FILE_PURPOSES,
  filePath,
  FileReader,
  UploadFileService,
  type FilePurpose,
  type StoredFile,
} from '@kundig/files/server';
import { leakAnswers, type LeakAnswer } from '@kundig/leak-guard/server';
import type { Request } from 'express';
import { z } from 'zod';
import type { KundigRequest } from '../http/request-contexts.js';
import type { FormFields } from './form-input.js';

/** Characters that would end the description of a picture before its end. */
const MARKUP = /[[\]\\\r\n]/g;

/** What a form says its file is for; whether the person may hand such a file in is not the form's to say. */
const purposeOf = ({ _purpose }: FormFields, usual: FilePurpose): FilePurpose =>
  z.enum(FILE_PURPOSES).catch(usual).parse(_purpose);

/** What a form says of places that may be nobody's to read: in its text and in its file alike. */
const answerOf = ({ leaks }: FormFields): LeakAnswer | null =>
  leakAnswers.leaks.catch(null).parse(typeof leaks === 'string' ? leaks.toLowerCase() : null) ?? null;

/** The file a plain form brings along: taken in and named in the form's own field, as the page's scripts would do it. */
@Injectable()
export class AttachedFile {
  constructor(
    private readonly reader: FileReader,
    private readonly uploads: UploadFileService,
  ) {}

  /**
   * @param fields of the form; a file belongs to its text `body`, described by `fileAlt`, or is its `picture`,
   *   for what `_purpose` names
   * @returns the fields with the file named; the same where there is no file or nothing to name it in
   * @throws ExpectedError when the file cannot be taken
   */
  async nameIn(req: Request, fields: FormFields): Promise<FormFields> {
    const { body, picture, fileAlt, ...others } = fields;
    const bytes = this.reader.fileOf(req);
    if (!bytes) return { ...others, body, picture };
    if (typeof body === 'string') {
      const file = await this.take(req, purposeOf(fields, 'post'), bytes, answerOf(fields));
      return { ...others, picture, body: `${body.trimEnd()}\n\n${named(file, String(fileAlt ?? ''))}` };
    }
    if (typeof picture === 'string')
      return {
        ...others,
        picture: filePath(await this.take(req, purposeOf(fields, 'portrait'), bytes)),
      };
    return fields;
  }

  private async take(
    req: Request,
    purpose: FilePurpose,
    bytes: Buffer,
    leaks: LeakAnswer | null = null,
  ): Promise<StoredFile> {
    const { kundig: ctx } = req as KundigRequest;
    await this.uploads.admit(ctx, purpose);
    return this.uploads.execute(ctx, purpose, bytes, leaks);
  }
}

function named(file: StoredFile, description: string): string {
  const words = description.replace(MARKUP, ' ').trim();
  return file.kind === 'image'
    ? `![${words}](${filePath(file)})`
    : `[${words || 'PDF / Text'}](${filePath(file)})`;
}
