import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Res } from '@nestjs/common';
import {
  Access,
  Actor,
  Ctx,
  Environment,
  Features,
  NotFound,
  RequestContext,
  SITEMAP_PART,
  SitemapSources,
  Translator,
  type MarkedSource,
} from '@kundig/platform/server';
import type { Response } from 'express';
import { SiteSettings } from '../settings/site-settings.js';
import { openSearchDescription } from './open-search.js';
import { robotsText } from './robots.js';
import { sitemap, sitemapIndex } from './sitemap.js';

/** Seconds for which crawlers, browsers and proxies may keep an answer. */
const KEPT_FOR = 300;

/**
 * What search engines and browsers read of the community. Whoever asks, it says what visitors may see: the answers are kept
 * on the way.
 */
@Controller()
export class SearchEnginesController {
  constructor(
    private readonly sources: SitemapSources,
    private readonly features: Features,
    private readonly settings: SiteSettings,
    private readonly environment: Environment,
    private readonly translator: Translator,
  ) {}

  @Get('robots.txt')
  @Access.public()
  async robots(@Res() response: Response): Promise<void> {
    await this.settings.latest();
    kept(response, 'text/plain').send(robotsText(this.isOpen ? `${this.baseUrl}/sitemap.xml` : null));
  }

  /** The files of every source; none while search engines are to see nothing. */
  @Get('sitemap.xml')
  @Access.public()
  async index(@Res() response: Response): Promise<void> {
    await this.settings.latest();
    const files: string[] = [];
    for (const { name, source } of this.isOpen ? this.shown() : []) {
      const parts = Math.max(1, Math.ceil((await source.count(visitor())) / SITEMAP_PART));
      for (let part = 1; part <= parts; part += 1) files.push(`${this.baseUrl}/sitemap/${name}-${part}.xml`);
    }
    kept(response, 'application/xml').send(sitemapIndex(files));
  }

  /** @param file name of a source and number of a part, as the index names it */
  @Get('sitemap/:file.xml')
  @Access.public()
  async part(@Param('file') file: string, @Res() response: Response): Promise<void> {
    await this.settings.latest();
    const [, name, part] = /^([a-z]+)-([1-9]\d{0,4})$/.exec(file) ?? [];
    const source = this.isOpen ? this.shown().find((shown) => shown.name === name)?.source : undefined;
    if (!source) throw new NotFound();
    const skip = (Number(part) - 1) * SITEMAP_PART;
    if (skip > 0 && skip >= (await source.count(visitor()))) throw new NotFound();
    const text = Readable.from(sitemap(source.pages(visitor(), skip), this.baseUrl));
    // Whoever goes away half way, or a database that does, ends the answer: it has begun and cannot be another one.
    await pipeline(text, kept(response, 'application/xml')).catch(() => response.destroy());
  }

  /** How a browser adds the search of the community to its own. */
  @Get(['opensearch.xml', 'en/opensearch.xml'])
  @Access.public()
  async openSearch(@Ctx() { locale }: RequestContext, @Res() response: Response): Promise<void> {
    await this.settings.latest();
    const { name } = this.settings;
    kept(response, 'application/opensearchdescription+xml').send(
      openSearchDescription({
        name,
        description: this.translator.translate(locale, 'site:searchEngines.search', { site: name }),
        lang: locale,
        baseUrl: this.baseUrl,
      }),
    );
  }

  private get isOpen(): boolean {
    return this.features.isOn('search-engines');
  }

  private get baseUrl(): string {
    return this.environment.baseUrl;
  }

  private shown(): MarkedSource[] {
    return this.sources.all().filter(({ feature }) => !feature || this.features.isOn(feature));
  }
}

const visitor = (): RequestContext => RequestContext.for({ actor: Actor.visitor, locale: 'de' });

const kept = (response: Response, type: string): Response =>
  response.set('Cache-Control', `public, max-age=${KEPT_FOR}`).type(`${type}; charset=utf-8`);
