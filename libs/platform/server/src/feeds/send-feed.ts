import type { Response } from 'express';
import { NotFound } from '../errors/expected-error.js';
import { atomFeed } from './atom-feed.js';
import type { Feed } from './feed.js';
import { jsonFeed } from './json-feed.js';
import { rssFeed } from './rss-feed.js';

/** Seconds for which readers and proxies may keep a feed: it holds nothing that visitors may not see. */
const KEPT_FOR = 300;

/** By the ending of the address. */
const FORMATS: Record<string, { type: string; write(feed: Feed): string }> = {
  xml: { type: 'application/atom+xml', write: atomFeed },
  rss: { type: 'application/rss+xml', write: rssFeed },
  json: { type: 'application/feed+json', write: jsonFeed },
};

/**
 * Answers with a feed.
 * @param format ending of the address
 * @param read   makes the feed, once the format is known
 * @throws NotFound there is no such format
 */
export async function sendFeed(response: Response, format: string, read: () => Promise<Feed>): Promise<void> {
  const known = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!known) throw new NotFound();
  const document = known.write(await read());
  response
    .set('Cache-Control', `public, max-age=${KEPT_FOR}`)
    .type(`${known.type}; charset=utf-8`)
    .send(document);
}
