import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ArticleRepository,
  BLOG_LIMITS,
  ReleaseArticleService,
  SaveArticleService,
  WriteCommentService,
  type DeskArticle,
} from '@kundig/blog/server';
import { Actors } from '@kundig/groups/server';
import { ThankArticleService } from '@kundig/kudos/server';
import { Randomness, RequestContext } from '@kundig/platform/server';
import { z } from 'zod';
import type { Services } from '../services.js';
import { memberNamed } from '../structure/seed-structure.js';
import { slugSchema } from '../structure/structure-file.js';

const nickname = z.string().min(3).max(30);

const article = z.strictObject({
  /** Names the article in this file. */
  slug: slugSchema,
  lang: z.enum(['de', 'en']),
  /** Slug of the same article in the other language, which stands before this one. */
  translationOf: slugSchema.optional(),
  author: nickname,
  releasedBy: nickname,
  title: z.string().min(BLOG_LIMITS.titleMin).max(BLOG_LIMITS.titleMax),
  teaser: z.string().min(BLOG_LIMITS.teaserMin).max(BLOG_LIMITS.teaserMax),
  tags: z.array(slugSchema.max(BLOG_LIMITS.tagMax)).max(BLOG_LIMITS.tagsMax),
  /** Markdown, line by line. */
  body: z.array(z.string()).transform((lines) => lines.join('\n')),
  kudos: z.array(nickname).max(20),
  comments: z.array(z.strictObject({ author: nickname, body: z.string().min(2).max(1_000) })).max(20),
});
const blogFile = z.strictObject({ articles: z.array(article).max(20) });

/** An article with what members make of it. */
export type DemoArticle = z.infer<typeof article>;

/**
 * Reads and checks the articles of the demo.
 * @param directory folder that holds `blog.json`
 * @throws {z.ZodError} when the file does not have the shape above
 */
export async function readDemoBlog(directory: string): Promise<DemoArticle[]> {
  return blogFile.parse(JSON.parse(await readFile(join(directory, 'blog.json'), 'utf8'))).articles;
}

/**
 * Writes, releases, comments and thanks for articles as the people of the demo would. One that is there stays as it is.
 * @param ctx of the system
 * @returns number of articles that are new
 */
export async function loadDemoBlog(
  services: Services,
  ctx: RequestContext,
  articles: readonly DemoArticle[],
): Promise<number> {
  const as = async (nickname: string, locale: 'de' | 'en'): Promise<RequestContext> =>
    RequestContext.for({
      actor: await services(Actors).of(await memberNamed(services, ctx, nickname)),
      locale,
    });
  const known = new Map<string, string>();
  let fresh = 0;
  for (const one of articles) {
    const clientKey = services(Randomness).repeatableUuid('demo-article', one.slug);
    const author = await as(one.author, one.lang);
    const existing = await services(ArticleRepository).madeBy(ctx, author.actor.memberId!, clientKey);
    if (existing === null) fresh += 1;
    const publicId = existing ?? (await publish(services, author, one, clientKey, known, as)).publicId;
    known.set(one.slug, publicId);
  }
  return fresh;
}

async function publish(
  services: Services,
  author: RequestContext,
  one: DemoArticle,
  clientKey: string,
  known: ReadonlyMap<string, string>,
  as: (nickname: string, locale: 'de' | 'en') => Promise<RequestContext>,
): Promise<DeskArticle> {
  const { title, teaser, body, tags, lang } = one;
  const translationId = one.translationOf && known.get(one.translationOf);
  const saved = await services(SaveArticleService).execute(author, {
    ...{ title, teaser, body, tags, lang, translationId, clientKey },
    picture: null,
    submit: true,
  });
  await services(ReleaseArticleService).execute(await as(one.releasedBy, lang), {
    articleId: saved.publicId,
    revision: saved.number,
  });
  for (const [index, comment] of one.comments.entries())
    await services(WriteCommentService).execute(await as(comment.author, lang), {
      articleId: saved.publicId,
      body: comment.body,
      clientKey: services(Randomness).repeatableUuid('demo-comment', one.slug, String(index)),
    });
  for (const reader of one.kudos)
    await services(ThankArticleService).article(await as(reader, lang), { id: saved.publicId, given: true });
  return saved;
}
