import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ComponentType } from 'react';
import type { Translate } from '../messages/messages.js';
import type { FeatureName } from './page-runtime.js';

/** The two languages of the interface; German has no prefix in the address, English lies below `/en`. */
export type PageLocale = 'de' | 'en';

/** What a page's `prefetch` may use. Nothing else of the request reaches a page. */
export interface PrefetchContext {
  /** Runs a query once and keeps the answer in the cache the page renders from. */
  query<Result, Variables>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<Result>;
  /** Decoded parts of the route's path, all bounded to 200 characters. */
  params: Record<string, string>;
  /** The address without the language prefix. */
  url: URL;
  locale: PageLocale;
  viewer: 'visitor' | 'signed-in';
  siteName: string;
  /** Whether a part of the community is switched on. */
  isOn(feature: FeatureName): boolean;
  /** Whether no mail can leave yet. */
  mailless: boolean;
  /** @returns the public address of a path of ours, in the language of the page */
  absolute(path: string): string;
  /** Texts of any namespace. */
  messages<Namespace extends keyof KundigMessages>(namespace: Namespace): Translate<Namespace>;
}

/** What is to be known before the first byte leaves. Paths are without the language prefix. */
export interface PageOutcome {
  status?: 403 | 404 | 410;
  redirect?: { path: string; permanent: boolean };
  title: string;
  description?: string;
  /** Path of the one address search engines shall keep. */
  canonical?: string;
  /** Paths of what the page shows by language, where it is not there in both: search engines keep it in these alone. */
  languages?: Partial<Record<PageLocale, string>>;
  /** A picture of what the page shows, for links to it elsewhere. */
  picture?: { src: string; alt: string };
  /** What the server draws for links to the page where it has no picture; `shows` is whatever that picture changes with. */
  shared?: { kind: 'article' | 'board' | 'faq' | 'thread'; id: string; shows: readonly unknown[] };
  /** A feed in the language of the page that goes with it; its path, to which the format is added. */
  feed?: { path: string; title: string };
  noindex?: boolean;
  /** The address itself is a secret, such as a link of a mail: nothing on the way may keep the page. */
  secret?: boolean;
  /** What search engines are told, in words of schema.org. */
  jsonLd?: Record<string, unknown>;
}

export interface PageProps {
  params: Record<string, string>;
  url: URL;
}

/** One page: what it needs, and how it looks. */
export interface PageModule {
  prefetch(context: PrefetchContext): Promise<PageOutcome>;
  default: ComponentType<PageProps>;
}

/** Thrown by `query` when the server says that this needs a signed-in person; ends in a way to the sign-in page. */
export class SignInNeeded extends Error {}

/** Thrown for what does not exist, or not for this viewer; both look the same. */
export class PageNotFound extends Error {}
