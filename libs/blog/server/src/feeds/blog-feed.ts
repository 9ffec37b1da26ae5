import { localePrefix, withAbsoluteLinks, Xml, type Feed } from '@kundig/platform/server';
import type { ArticleSummary } from '../storage/article.repository.js';
import { articlePath } from '../graphql/article.object.js';

/** An article as a feed carries it. */
export interface ArticleInFeed extends Pick<
  ArticleSummary,
  'publicId' | 'slug' | 'title' | 'teaser' | 'picture' | 'tags' | 'publishedAt' | 'updatedAt'
> {
  readonly bodyHtml: string;
  /** As everybody sees the author. */
  readonly authorName: string;
}

interface BlogInFeed extends Omit<Feed, 'page' | 'entries'> {
  /** Narrows the feed to a tag. */
  readonly tag?: string;
  /** Newest first. */
  readonly articles: readonly ArticleInFeed[];
}

/** @returns the feed of the blog, or of one of its tags */
export function blogFeed({ tag, articles, ...about }: BlogInFeed): Feed {
  const { baseUrl } = about;
  const home = baseUrl + localePrefix(about.lang);
  return {
    ...about,
    page: tag === undefined ? `${home}/blog` : `${home}/blog/tag/${encodeURIComponent(tag)}`,
    entries: articles.map((article) => ({
      id: `${home}/blog/-/${article.publicId}`,
      address: home + articlePath(article),
      title: article.title,
      summary: article.teaser,
      html: withAbsoluteLinks(pictureOf(article) + article.bodyHtml, baseUrl),
      tags: article.tags,
      publishedAt: article.publishedAt,
      updatedAt: article.updatedAt,
      authorName: article.authorName,
    })),
  };
}

/** The picture above the article; readers that show feeds have no other place for it. */
const pictureOf = ({ picture }: ArticleInFeed): string =>
  picture ? Xml.element('p', {}, Xml.element('img', { src: picture.path, alt: picture.alt })).source : '';
