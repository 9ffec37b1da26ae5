import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocaleEnum } from '@kundig/platform/server';
import type { ArticleVersion, DeskArticle } from '../storage/article.repository.js';
import { articlePath, ArticlePictureObject } from './article.object.js';
import { ArticleState } from './blog.enums.js';

/** Where authors and editors work. */
export const DESK = '/desk/blog';

@ObjectType({ description: 'What somebody typed and has not saved as a version yet.' })
export class ArticleDraftObject {
  @Field() title!: string;
  @Field() teaser!: string;
  @Field({ description: 'Markdown.' }) body!: string;
  @Field({ description: 'Path of the picture above the article; empty without one.' }) picture!: string;
  @Field() pictureAlt!: string;
  @Field() tags!: string;
  @Field(() => GraphQLISODateTime) savedAt!: Date;
}

@ObjectType({ description: 'Who wrote and who released one version.' })
export class ArticleVersionObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: ArticleVersion;

  @Field(() => Int) number!: number;
  @Field() title!: string;
  @Field(() => GraphQLISODateTime) editedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) approvedAt!: Date | null;
  @Field({ description: 'Released by whoever wrote it, because there was no second editor.' })
  byOnlyEditor!: boolean;

  static of(row: ArticleVersion): ArticleVersionObject {
    const { number, title, editedAt, approvedAt } = row;
    return Object.assign(new ArticleVersionObject(), {
      ...{ row, number, title, editedAt, approvedAt },
      byOnlyEditor: row.byOnlyEditor ?? false,
    });
  }
}

@ObjectType('DeskArticle', { description: 'The newest version of an article, for those who work on it.' })
export class DeskArticleObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: DeskArticle;

  @Field(() => ID) id!: string;
  @Field({ description: 'Its page on the desk.' }) path!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Where everybody reads it; null when it is not in force.',
  })
  publicPath!: string | null;
  @Field(() => ArticleState) state!: ArticleState;
  @Field(() => Int, { description: 'Number of this version; a release names the one that was read.' })
  revision!: number;
  @Field() title!: string;
  @Field() teaser!: string;
  @Field({ description: 'Markdown.' }) body!: string;
  @Field({ description: 'Sanitised.' }) html!: string;
  @Field(() => ArticlePictureObject, { nullable: true }) picture!: ArticlePictureObject | null;
  @Field(() => [String]) tags!: string[];
  @Field(() => LocaleEnum) lang!: LocaleEnum;
  @Field(() => ID, { nullable: true }) translationId!: string | null;
  @Field(() => GraphQLISODateTime) editedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) publishedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) scheduledAt!: Date | null;

  static of(row: DeskArticle): DeskArticleObject {
    return Object.assign(new DeskArticleObject(), {
      row,
      id: row.publicId,
      path: `${DESK}/${row.publicId}`,
      publicPath: row.releasedNumber === null ? null : articlePath(row),
      state: stateOf(row),
      revision: row.number,
      title: row.title,
      teaser: row.teaser,
      body: row.bodyMd,
      html: row.bodyHtml,
      picture: ArticlePictureObject.of(row.picture),
      tags: [...row.tags],
      lang: row.lang,
      translationId: row.translationPublicId,
      editedAt: row.editedAt,
      publishedAt: row.publishedAt,
      scheduledAt: row.scheduledAt,
    });
  }
}

function stateOf(article: DeskArticle): ArticleState {
  if (article.withdrawnAt) return ArticleState.WITHDRAWN;
  if (article.releasedNumber === article.number) return ArticleState.PUBLISHED;
  if (article.scheduledNumber === article.number) return ArticleState.SCHEDULED;
  return article.submittedNumber === article.number ? ArticleState.SUBMITTED : ArticleState.DRAFT;
}

@ObjectType({ description: 'All articles somebody may work on.' })
export class BlogDesk {
  @Field(() => [DeskArticleObject]) articles!: DeskArticleObject[];
  @Field({ description: 'For editors: the newest article is more than a month old.' })
  stale!: boolean;
}
