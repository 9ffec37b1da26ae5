import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocaleEnum, pictureAttributes, type Locale } from '@kundig/platform/server';
import type { Article, ArticlePicture, ArticleSummary } from '../storage/article.repository.js';

export const articlePath = ({ slug, publicId }: Pick<ArticleSummary, 'slug' | 'publicId'>): string =>
  `/blog/${slug}/${publicId}`;

@ObjectType('ArticlePicture', { description: 'A picture with all an `img` needs.' })
export class ArticlePictureObject {
  @Field({ description: 'Path of the picture.' }) src!: string;
  @Field({ description: 'What is to be seen.' }) alt!: string;
  @Field(() => Int) width!: number;
  @Field(() => Int) height!: number;
  @Field(() => String, { nullable: true }) srcset!: string | null;

  static of(picture: ArticlePicture | null): ArticlePictureObject | null {
    if (!picture) return null;
    const { width, height, srcset = null } = pictureAttributes(picture.path);
    return Object.assign(new ArticlePictureObject(), {
      ...{ src: picture.path, alt: picture.alt, srcset },
      width: Number(width),
      height: Number(height),
    });
  }
}

@ObjectType('Article', { description: 'An article of the blog, as everybody reads it.' })
export class ArticleObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: ArticleSummary & Partial<Article>;

  @Field(() => ID) id!: string;
  @Field() path!: string;
  @Field() title!: string;
  @Field() teaser!: string;
  @Field(() => ArticlePictureObject, { nullable: true }) picture!: ArticlePictureObject | null;
  @Field(() => LocaleEnum) lang!: LocaleEnum;
  @Field(() => [String]) tags!: string[];
  @Field(() => GraphQLISODateTime) publishedAt!: Date;
  @Field(() => GraphQLISODateTime, { description: 'Of the text that is in force.' }) updatedAt!: Date;
  @Field(() => Int, { description: 'Comments that can be read.' }) commentCount!: number;

  static of(row: ArticleSummary & Partial<Article>): ArticleObject {
    return Object.assign(new ArticleObject(), {
      row,
      id: row.publicId,
      path: articlePath(row),
      title: row.title,
      teaser: row.teaser,
      picture: ArticlePictureObject.of(row.picture),
      lang: row.lang,
      tags: [...row.tags],
      publishedAt: row.publishedAt,
      updatedAt: row.updatedAt,
      commentCount: row.commentCount,
    });
  }
}

@ObjectType({ description: 'The same article in the other language.' })
export class ArticleTranslation {
  @Field(() => LocaleEnum) lang!: Locale;
  @Field() path!: string;
  @Field() title!: string;
}

@ObjectType({ description: 'Articles, newest first.' })
export class ArticlePage {
  @Field(() => [ArticleObject]) items!: ArticleObject[];
  @Field() hasNextPage!: boolean;
}
