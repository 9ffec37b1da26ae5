import type { PageLocale, PrefetchContext } from '@kundig/web-kit';

/** A thing of https://schema.org. */
export type Thing = { readonly '@type': string } & Readonly<Record<string, unknown>>;

/** What search engines are told of a thread. Nobody is named: a nickname is for readers, not for other people's indexes. */
export interface DescribedThread {
  readonly path: string;
  readonly title: string;
  readonly kind: 'QUESTION' | 'DISCUSSION';
  readonly lang: PageLocale;
  readonly excerpt: string;
  readonly replyCount: number;
  readonly createdAt: string;
  readonly opening: { readonly html?: string | null };
  readonly solutions: readonly DescribedAnswer[];
  readonly posts: { readonly items: readonly DescribedReply[] };
}

export interface DescribedAnswer {
  readonly path: string;
  readonly html?: string | null;
}

export interface DescribedReply extends DescribedAnswer {
  readonly kind: string;
  readonly isAsker: boolean;
}

/** Answers to an open question of which search engines are told. */
const SUGGESTED_ANSWERS = 3;

/** What search engines are told of an article of the blog. */
export interface DescribedArticle {
  readonly path: string;
  readonly title: string;
  readonly teaser: string;
  readonly lang: PageLocale;
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly commentCount: number;
  readonly tags: readonly string[];
  readonly picture?: { readonly src: string } | null;
  readonly author: DescribedAuthor;
}

/** Who wrote an article, as everybody sees them. */
export interface DescribedAuthor {
  readonly name: string;
  readonly kind: string;
  readonly role?: string | null;
  readonly path?: string | null;
  readonly picture?: string | null;
}

/** One line on the way from the community to a page. */
export interface Step {
  readonly path: string;
  readonly name: string;
}

type Absolute = PrefetchContext['absolute'];
type SiteContext = Pick<PrefetchContext, 'absolute' | 'siteName' | 'locale'>;

/** Joins what is said of one page. Things that are null are left out. */
export const structuredData = (...things: readonly (Thing | null)[]): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@graph': things.filter((thing) => thing !== null),
});

/** @returns the community with its search */
export const siteThing = ({ absolute, siteName, locale }: SiteContext, description: string): Thing => ({
  '@type': 'WebSite',
  name: siteName,
  description,
  url: absolute('/'),
  inLanguage: locale,
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${absolute('/search')}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  },
});

/** @returns a BreadcrumbList of the start page, the pages above and this one */
export const breadcrumbs = ({ absolute, siteName }: SiteContext, steps: readonly Step[]): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ path: '/', name: siteName }, ...steps].map(({ path, name }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: absolute(path),
  })),
});

/** @returns the way to a board, the board included */
export const boardSteps = ({ parent, path, name }: Step & { readonly parent?: Step | null }): Step[] => [
  ...(parent ? [parent] : []),
  { path, name },
];

/** @returns a QAPage for a question, a DiscussionForumPosting for a discussion; null where the text is hidden */
export function threadThing(absolute: Absolute, thread: DescribedThread): Thing | null {
  const { path, title, kind, lang, excerpt, replyCount, createdAt, opening } = thread;
  if (!opening.html) return null;
  const shared = { url: absolute(path), inLanguage: lang, text: excerpt };
  if (kind === 'DISCUSSION')
    return {
      '@type': 'DiscussionForumPosting',
      headline: title,
      ...shared,
      datePublished: createdAt,
      commentCount: replyCount,
    };
  const accepted = thread.solutions.flatMap((solution) => answerThing(absolute, solution));
  const suggested = thread.posts.items
    .filter((reply) => reply.kind === 'REPLY' && !reply.isAsker)
    .flatMap((reply) => answerThing(absolute, reply))
    .slice(0, SUGGESTED_ANSWERS);
  return {
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name: title,
      ...shared,
      dateCreated: createdAt,
      answerCount: replyCount,
      ...(accepted.length > 0
        ? { acceptedAnswer: accepted }
        : suggested.length > 0 && { suggestedAnswer: suggested }),
    },
  };
}

/** @returns nothing for an answer that is hidden */
const answerThing = (absolute: Absolute, { path, html }: DescribedAnswer): Thing[] =>
  html ? [{ '@type': 'Answer', text: html, url: absolute(path) }] : [];

/** @returns a FAQPage of questions that are answered on the page itself; null without any */
export const faqThing = (
  entries: readonly { readonly question: string; readonly answerHtml: string; readonly lang: PageLocale }[],
): Thing | null =>
  entries.length === 0
    ? null
    : {
        '@type': 'FAQPage',
        mainEntity: entries.map(({ question, answerHtml, lang }) => ({
          '@type': 'Question',
          name: question,
          inLanguage: lang,
          acceptedAnswer: { '@type': 'Answer', text: answerHtml },
        })),
      };

/** @returns a BlogPosting; of its author only staff are named, who stand there under their real name */
export const articleThing = (absolute: Absolute, article: DescribedArticle): Thing => ({
  '@type': 'BlogPosting',
  headline: article.title,
  description: article.teaser,
  url: absolute(article.path),
  inLanguage: article.lang,
  datePublished: article.publishedAt,
  dateModified: article.updatedAt,
  commentCount: article.commentCount,
  ...(article.tags.length > 0 && { keywords: article.tags.join(', ') }),
  mainEntityOfPage: absolute(article.path),
  ...(article.picture && { image: fileUrl(absolute, article.picture.src) }),
  ...(article.author.kind === 'STAFF' && { author: personThing(absolute, article.author) }),
});

const personThing = (absolute: Absolute, { name, role, path, picture }: DescribedAuthor): Thing => ({
  '@type': 'Person',
  name,
  ...(role && { jobTitle: role }),
  ...(path && { url: absolute(path) }),
  ...(picture && { image: fileUrl(absolute, picture) }),
});

/** Files have one address in all languages. */
const fileUrl = (absolute: Absolute, path: string): string => new URL(path, absolute('/')).href;
