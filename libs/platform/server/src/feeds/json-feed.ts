import { feedAddress, type Feed } from './feed.js';

/** @returns the feed as a document of JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1) */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feedAddress(feed, 'json'),
    language: feed.lang,
    authors: [{ name: feed.publisher }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.address,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      date_published: entry.publishedAt.toISOString(),
      date_modified: entry.updatedAt.toISOString(),
      tags: entry.tags,
      ...(entry.authorName !== undefined && { authors: [{ name: entry.authorName }] }),
    })),
  });
}
