import type { Locale } from '../context/request-context.js';

/** One text as a feed carries it. */
export interface FeedEntry {
  /** Address that stays when a title, and with it `address`, changes. */
  readonly id: string;
  readonly address: string;
  readonly title: string;
  /** Plain text. */
  readonly summary: string;
  /** The whole text, sanitised, with absolute addresses. */
  readonly html: string;
  readonly tags: readonly string[];
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  /** As everybody sees the author; absent where a feed names nobody. */
  readonly authorName?: string;
}

/** What programs read of a page that goes on. Addresses are absolute. */
export interface Feed {
  readonly title: string;
  readonly lang: Locale;
  /** Public address of the community, without a slash at the end. */
  readonly baseUrl: string;
  /** The page that shows the same. */
  readonly page: string;
  /** Who answers for entries without an author. */
  readonly publisher: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
  /** Stands for the last change where there is no entry. */
  readonly now: Date;
}

/** @returns the address of a feed in one format */
export const feedAddress = ({ page }: Feed, format: string): string => `${page}/feed.${format}`;

/** @returns when the newest change was made */
export const changedAt = ({ entries, now }: Feed): Date =>
  entries.length === 0 ? now : new Date(Math.max(...entries.map(({ updatedAt }) => updatedAt.getTime())));
