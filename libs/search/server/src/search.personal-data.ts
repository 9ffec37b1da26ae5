import { Injectable } from '@nestjs/common';
import {
  PersonalData,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
  type RequestContext,
} from '@kundig/platform/server';
import { DocumentRepository } from './postgres/document.repository.js';

/** The index repeats what the forum exports, so it adds nothing to an export; on erasure its documents lose their author. */
@Injectable()
@PersonalData({ tables: ['search.document'] })
export class SearchPersonalData implements PersonalDataHandler {
  constructor(private readonly documents: DocumentRepository) {}

  async *export(): AsyncIterable<ExportRow> {}

  erase(ctx: RequestContext, { pseudonymIds }: DataSubject): Promise<number> {
    return this.documents.forgetAuthors(ctx, pseudonymIds);
  }
}
