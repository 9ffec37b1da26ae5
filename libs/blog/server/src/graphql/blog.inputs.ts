import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { leakAnswers, LeakAnswersInput } from '@kundig/leak-guard/server';
import {
  LocaleEnum,
  pictureAttributes,
  tagList,
  trap,
  WALL_TIME,
  writtenLine,
  writtenText,
} from '@kundig/platform/server';
import { z } from 'zod';
import { BLOG_LIMITS } from '../blog.limits.js';
import type { ArticlePicture } from '../storage/article.repository.js';

const LIMITS = BLOG_LIMITS;
const id = z.string().min(1).max(64);
const clientKey = z.uuid();
const revision = z.number().int().min(1).max(1_000_000);
const PICTURE_PATH_MAX = 100;
const optional = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((value) => value ?? undefined);

@InputType()
export class SaveArticleInput {
  @Field(() => ID, { nullable: true, description: 'A new article when absent.' }) articleId?: string;
  @Field(() => Int, {
    nullable: true,
    description: 'The version the form was made from; a newer one is refused as a conflict.',
  })
  revision?: number;
  @Field({ description: `${LIMITS.titleMin} to ${LIMITS.titleMax} characters.` }) title!: string;
  @Field({ description: `${LIMITS.teaserMin} to ${LIMITS.teaserMax} characters.` }) teaser!: string;
  @Field({ description: `Markdown, ${LIMITS.bodyMin} to ${LIMITS.bodyMax} characters.` }) body!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Address of a picture handed in for the purpose `article`: /files/<id>-1600x900.',
  })
  picture?: string;
  @Field(() => String, {
    nullable: true,
    description: 'What is to be seen; needed where there is a picture.',
  })
  pictureAlt?: string;
  @Field(() => String, {
    nullable: true,
    description: `At most ${LIMITS.tagsMax}, parted by commas or spaces.`,
  })
  tags?: string;
  @Field(() => LocaleEnum) lang!: LocaleEnum;
  @Field(() => ID, { nullable: true, description: 'The same article in the other language.' })
  translationId?: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether it is ready to be released.' })
  submit?: boolean;
  @Field(() => String) clientKey!: string;
}
const isPicture = (path: string): boolean => pictureAttributes(path).width !== undefined;
const pictureOf = (path: string | undefined, alt: string | undefined): ArticlePicture | null =>
  path === undefined ? null : { path, alt: alt! };

export const saveArticleSchema = z
  .object({
    articleId: optional(id),
    revision: optional(revision),
    title: writtenLine(LIMITS.titleMin, LIMITS.titleMax),
    teaser: writtenLine(LIMITS.teaserMin, LIMITS.teaserMax),
    body: writtenText(LIMITS.bodyMin, LIMITS.bodyMax),
    picture: optional(z.string().max(PICTURE_PATH_MAX).refine(isPicture, { error: 'blog:error.picture' })),
    pictureAlt: optional(writtenLine(LIMITS.pictureAltMin, LIMITS.pictureAltMax)),
    tags: tagList(LIMITS.tagsMax, LIMITS.tagMax)
      .nullish()
      .transform((value) => value ?? []),
    lang: z.enum(['de', 'en']),
    translationId: optional(id),
    submit: z
      .boolean()
      .nullish()
      .transform((value) => value ?? false),
    clientKey,
  })
  .refine(({ picture, pictureAlt }) => picture === undefined || pictureAlt !== undefined, {
    path: ['pictureAlt'],
    message: 'blog:error.pictureAlt',
  })
  .transform(({ picture, pictureAlt, ...rest }) => ({ ...rest, picture: pictureOf(picture, pictureAlt) }));

@InputType()
export class KeepArticleDraftInput {
  @Field(() => ID, { nullable: true, description: 'Of a new article when absent.' }) articleId?: string;
  @Field() title!: string;
  @Field() teaser!: string;
  @Field({ description: 'Markdown.' }) body!: string;
  @Field() picture!: string;
  @Field() pictureAlt!: string;
  @Field() tags!: string;
}
export const keepArticleDraftSchema = z.object({
  articleId: optional(id),
  title: writtenLine(0, LIMITS.titleMax),
  teaser: writtenLine(0, LIMITS.teaserMax),
  body: writtenText(0, LIMITS.bodyMax),
  picture: z.string().max(PICTURE_PATH_MAX),
  pictureAlt: writtenLine(0, LIMITS.pictureAltMax),
  tags: writtenLine(0, LIMITS.tagsMax * (LIMITS.tagMax + 2)),
});

@InputType()
export class ReleaseArticleInput {
  @Field(() => ID) articleId!: string;
  @Field(() => Int, { description: 'The version that was read; a newer one is refused as a conflict.' })
  revision!: number;
  @Field(() => String, {
    nullable: true,
    description:
      'When it goes public, in the time zone of the community: 2026-12-01T08:00. At once when absent.',
  })
  publishAt?: string;
  @Field(() => String) clientKey!: string;
}
export const releaseArticleSchema = z.object({
  articleId: id,
  revision,
  publishAt: optional(z.string().regex(WALL_TIME)),
  clientKey,
});

@InputType()
export class ArticleInput {
  @Field(() => ID) articleId!: string;
  @Field(() => String) clientKey!: string;
}
export const articleSchema = z.object({ articleId: id, clientKey });

@InputType()
export class WriteCommentInput extends LeakAnswersInput {
  @Field(() => ID) articleId!: string;
  @Field({ description: `Markdown, ${LIMITS.commentMin} to ${LIMITS.commentMax} characters.` }) body!: string;
  @Field(() => String, { nullable: true, description: 'Stays empty; people do not see it.' })
  website?: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Of staff: not the word of the operator. Says nothing of anybody else.',
  })
  privateOpinion?: boolean;
  @Field(() => String) clientKey!: string;
}
export const writeCommentSchema = z.object({
  articleId: id,
  body: writtenText(LIMITS.commentMin, LIMITS.commentMax),
  website: trap,
  privateOpinion: optional(z.boolean()),
  clientKey,
  ...leakAnswers,
});

@InputType()
export class MarkPrivateCommentInput {
  @Field(() => ID) commentId!: string;
  @Field() privateOpinion!: boolean;
  @Field(() => String) clientKey!: string;
}
export const markPrivateCommentSchema = z.object({ commentId: id, privateOpinion: z.boolean(), clientKey });

@InputType()
export class CommentInput {
  @Field(() => ID) commentId!: string;
  @Field(() => String) clientKey!: string;
}
export const commentSchema = z.object({ commentId: id, clientKey });

const tag = z
  .string()
  .min(1)
  .max(LIMITS.tagMax * 4);
export const tagSchema = z.object({ tag });

/** Bounds of the lists. */
export const articlesSchema = z.object({
  first: z
    .number()
    .int()
    .min(1)
    .max(LIMITS.pageSize * 5),
  after: optional(id),
  tag: optional(tag),
});
export const commentsSchema = z.object({ after: z.number().int().min(0).max(1_000_000) });
