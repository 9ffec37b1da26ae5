import { Injectable } from '@nestjs/common';
import {
  PersonalData,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
  type RequestContext,
} from '@kundig/platform/server';
import { FileClaims } from './file-claims.js';
import { FileRepository } from './storage/file.repository.js';
import { filePath } from './stored-file.js';

/**
 * Portraits, which hang on a member. Files of posts stay with their texts, for those they helped; what was not published
 * belongs to the account, and goes with it.
 */
@Injectable()
@PersonalData({ tables: ['files.file'] })
export class FilesPersonalData implements PersonalDataHandler {
  constructor(
    private readonly files: FileRepository,
    private readonly claims: FileClaims,
  ) {}

  async *export(ctx: RequestContext, { pseudonymIds }: DataSubject): AsyncIterable<ExportRow> {
    const portraits = await this.files.ofHolders(ctx, 'portrait', pseudonymIds);
    for (const portrait of portraits) yield { kind: 'portrait', path: filePath(portrait) };
  }

  async erase(ctx: RequestContext, { pseudonymIds }: DataSubject): Promise<number> {
    let removed = 0;
    for (const id of pseudonymIds) removed += await this.claims.keepOnly(ctx, 'portrait', id, '');
    return removed;
  }
}
