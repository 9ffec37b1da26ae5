import { Injectable } from '@nestjs/common';
import { filePath, FileReader, UploadFileService } from '@kundig/files/server';
import type { Request } from 'express';
import type { KundigRequest } from '../http/request-contexts.js';
import type { FormFields } from './form-input.js';

/** Characters that would end the description of a picture before its end. */
const MARKUP = /[[\]\\\r\n]/g;

/** The file a plain form brings along: taken in and named at the end of the form's text, as the composer would do it. */
@Injectable()
export class AttachedFile {
  constructor(
    private readonly reader: FileReader,
    private readonly uploads: UploadFileService,
  ) {}

  /**
   * @param fields of the form; the text is `body`, what the picture shows `fileAlt`
   * @returns the fields with the file named in the text; the same where there is no file or no text
   * @throws ExpectedError when the file cannot be taken
   */
  async nameIn(req: Request, fields: FormFields): Promise<FormFields> {
    const { body, fileAlt, ...others } = fields;
    if (typeof body !== 'string') return fields;
    const bytes = this.reader.fileOf(req);
    if (!bytes) return { ...others, body };
    const { kundig: ctx } = req as KundigRequest;
    await this.uploads.admit(ctx, 'post');
    const file = await this.uploads.execute(ctx, 'post', bytes);
    const words = String(fileAlt ?? '')
      .replace(MARKUP, ' ')
      .trim();
    const link = `[${words || 'PDF / Text'}](${filePath(file)})`;
    const named = file.kind === 'image' ? `![${words}](${filePath(file)})` : link;
    return { ...others, body: `${body.trimEnd()}\n\n${named}` };
  }
}
