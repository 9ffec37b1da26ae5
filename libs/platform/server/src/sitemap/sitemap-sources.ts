import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { SITEMAP_SOURCE, type SitemapMark, type SitemapSource } from './sitemap-source.js';

/** A source and what its mark says. */
export interface MarkedSource extends SitemapMark {
  readonly source: SitemapSource;
}

/** Everybody who has pages for search engines: found by their mark, so that a new domain is never left out. */
@Injectable()
export class SitemapSources {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** @returns all sources by name, in the order of their names */
  all(): MarkedSource[] {
    return this.discovery
      .getProviders()
      .flatMap(({ metatype, instance }) => {
        if (typeof metatype !== 'function' || !instance) return [];
        const mark = this.reflector.get<SitemapMark | undefined>(SITEMAP_SOURCE, metatype);
        return mark ? [{ ...mark, source: instance as SitemapSource }] : [];
      })
      .sort((one, other) => one.name.localeCompare(other.name));
  }
}
