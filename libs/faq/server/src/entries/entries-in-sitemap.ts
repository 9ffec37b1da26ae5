import { Injectable } from '@nestjs/common';
import {
  InSitemap,
  LOCALES,
  rowsOfPart,
  type RequestContext,
  type SitemapPage,
  type SitemapSource,
} from '@kundig/platform/server';
import { faqEntryPath } from '../graphql/faq.object.js';
import { FaqEntryRepository } from '../storage/faq-entry.repository.js';

/** The list of the FAQ in both languages, and every entry in force, in its own language first. */
@Injectable()
@InSitemap({ name: 'faq', feature: 'faq' })
export class EntriesInSitemap implements SitemapSource {
  constructor(private readonly entries: FaqEntryRepository) {}

  count(visitor: RequestContext): Promise<number> {
    return this.entries.countInForce(visitor);
  }

  async *pages(visitor: RequestContext, skip: number): AsyncIterable<SitemapPage> {
    if (skip === 0) yield { paths: LOCALES.map((lang) => [lang, '/faq']), changedAt: null };
    for await (const entry of rowsOfPart(skip, (batch) => this.entries.addresses(visitor, batch))) {
      const languages = [entry.lang, ...LOCALES.filter((lang) => lang !== entry.lang)];
      yield {
        paths: languages.map((lang) => [lang, faqEntryPath(entry)]),
        changedAt: entry.changedAt,
      };
    }
  }
}
