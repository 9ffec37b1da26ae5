import { Injectable } from '@nestjs/common';
import {
  PersonalData,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
  type RequestContext,
} from '@kundig/platform/server';
import { FollowDocuments } from './meilisearch/follow-documents.service.js';
import { DocumentRepository } from './postgres/document.repository.js';

/** The index repeats what the forum exports, so it adds nothing to an export; on erasure its documents lose their author. */
@Injectable()
@PersonalData({ tables: ['search.document'] })
export class SearchPersonalData implements PersonalDataHandler {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly following: FollowDocuments,
  ) {}

  async *export(): AsyncIterable<ExportRow> {}

  async erase(ctx: RequestContext, { pseudonymIds }: DataSubject): Promise<number> {
    const forgotten = await this.documents.forgetAuthors(ctx, pseudonymIds);
    if (forgotten > 0) await this.following.request(ctx);
    return forgotten;
  }
}
