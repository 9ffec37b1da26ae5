import { gunzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Outbound, OutboundRefused } from '@kundig/platform/server';
import { HELP_PAGE_LIMITS } from './help-page.limits.js';
import { decoded } from './decode-text.js';
import { readListing, UnreadableListing, type ListedPage, type PageListing } from './page-listing.js';
import { robotRules, type RobotRules } from './robots.js';
import { SourceUnreadable } from './source-problem.js';

/** What a source lists, as far as it may be looked at. */
export interface FoundListing {
  readonly pages: readonly ListedPage[];
  /** Whether the pages need not be read, as the source says what they are about. */
  readonly isFeed: boolean;
  /** Pages that robots may not read, that lie on another host, or are too many. */
  readonly leftOut: number;
}

const XML = 'application/xml, text/xml, application/rss+xml, application/atom+xml, application/gzip;q=0.9';
const pathOf = ({ pathname, search }: URL): string => pathname + search;

/** Reads sitemaps and feeds, after what their host asks of robots. */
@Injectable()
export class ListingReader {
  constructor(private readonly outbound: Outbound) {}

  /**
   * @param address of a sitemap, an index of sitemaps, or a feed
   * @throws OutboundRefused, SourceUnreadable
   */
  async read(address: string): Promise<FoundListing> {
    const site = new URL(address);
    const robots = await this.robotsOf(site);
    if (!robots.allows(pathOf(site))) throw new SourceUnreadable('robots');
    const first = await this.listing(address);
    const maps = first.maps.filter((map) => isOn(site, map)).slice(0, HELP_PAGE_LIMITS.mapsMax);
    const listed = [...first.pages];
    for (const map of maps) listed.push(...(await this.listing(map)).pages);
    const unique = [...new Map(listed.map((page) => [page.address, page])).values()];
    const wanted = unique.filter(
      (page) => isOn(site, page.address) && robots.allows(pathOf(new URL(page.address))),
    );
    const pages = wanted.slice(0, HELP_PAGE_LIMITS.pagesMax);
    return { pages, isFeed: first.isFeed, leftOut: unique.length - pages.length };
  }

  /** A host without rules allows everything, one that cannot tell them nothing. */
  private async robotsOf(site: URL): Promise<RobotRules> {
    const { status, body } = await this.outbound.get({
      address: new URL('/robots.txt', site).href,
      accept: 'text/plain',
      sizeMax: HELP_PAGE_LIMITS.robotsSize,
      beginning: true,
    });
    if (status >= 500 || status === 429) throw new SourceUnreadable('status');
    return robotRules(status === 200 ? body.toString('utf8') : '');
  }

  private async listing(address: string): Promise<PageListing> {
    const answer = await this.outbound.get({ address, accept: XML, sizeMax: HELP_PAGE_LIMITS.mapSize });
    if (answer.status !== 200) throw new SourceUnreadable('status');
    try {
      return readListing(decoded(unpacked(answer.body), answer.charset), answer.address);
    } catch (error) {
      if (error instanceof UnreadableListing) throw new SourceUnreadable('unreadable');
      throw error;
    }
  }
}

const isOn = (site: URL, address: string): boolean => new URL(address).origin === site.origin;

/** Sitemaps may lie packed on a host that does not say so. */
function unpacked(body: Buffer): Buffer {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return gunzipSync(body, { maxOutputLength: HELP_PAGE_LIMITS.mapSize });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new OutboundRefused('large');
    throw new SourceUnreadable('unreadable');
  }
}
