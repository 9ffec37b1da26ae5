import { Injectable } from '@nestjs/common';
import {
  PersonalData,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
  type RequestContext,
} from '@kundig/platform/server';
import { ImportRepository } from './storage/import.repository.js';

/** Who an imported author was on the old site; gone with the person. */
@Injectable()
@PersonalData({ tables: ['importer.item'] })
export class ImporterPersonalData implements PersonalDataHandler {
  constructor(private readonly imports: ImportRepository) {}

  async *export(ctx: RequestContext, { pseudonymIds }: DataSubject): AsyncIterable<ExportRow> {
    for (const row of await this.imports.names(ctx, pseudonymIds)) yield { kind: 'imported-author', ...row };
  }

  erase(ctx: RequestContext, { pseudonymIds }: DataSubject): Promise<number> {
    return this.imports.forget(ctx, pseudonymIds);
  }
}
