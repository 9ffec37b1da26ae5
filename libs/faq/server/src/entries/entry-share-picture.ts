import { Injectable } from '@nestjs/common';
import {
  HasSharePicture,
  type RequestContext,
  type SharedPage,
  type SharePictureSource,
} from '@kundig/platform/server';
import { FaqEntryRepository } from '../storage/faq-entry.repository.js';

/** What the picture of a FAQ entry in force shows: its question. */
@Injectable()
@HasSharePicture({ kind: 'faq', feature: 'faq' })
export class EntrySharePicture implements SharePictureSource {
  constructor(private readonly entries: FaqEntryRepository) {}

  async sharedPage(visitor: RequestContext, publicId: string): Promise<SharedPage | null> {
    const entry = await this.entries.findInForce(visitor, publicId);
    return entry && { title: entry.question, place: null, solved: null };
  }
}
