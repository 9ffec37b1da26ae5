import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocaleEnum } from '@kundig/platform/server';
import { BLOG_LIMITS } from '../blog.limits.js';
import type { Comment, PlacedComment } from '../storage/comment.repository.js';
import { articlePath } from './article.object.js';

/** Address of a comment on the page of its article. */
export function commentPath({ article, publicId, position }: PlacedComment): string {
  const before = position - 1 - ((position - 1) % BLOG_LIMITS.commentPageSize);
  return `${articlePath(article)}${before > 0 ? `?after=${before}` : ''}#c-${publicId}`;
}

@ObjectType('ArticleComment', { description: 'What a member said about an article, under the nickname.' })
export class CommentObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: Comment;

  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'From 1.' }) position!: number;
  @Field(() => LocaleEnum) lang!: LocaleEnum;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => String, { nullable: true, description: 'Sanitised; null where it was taken away.' })
  html!: string | null;
  @Field({ description: 'Taken back by its author.' }) deleted!: boolean;
  @Field(() => String, { nullable: true, description: 'Why moderators took it out of sight.' })
  hiddenReason!: string | null;
  @Field({ description: 'Staff speak for themselves here, not for the operator.' })
  privateOpinion!: boolean;

  static of(row: Comment): CommentObject {
    const gone = row.deletedAt !== null || row.hiddenAt !== null;
    return Object.assign(new CommentObject(), {
      row,
      id: row.publicId,
      position: row.position,
      lang: row.lang,
      createdAt: row.createdAt,
      html: gone ? null : row.bodyHtml,
      deleted: row.deletedAt !== null,
      hiddenReason: row.deletedAt === null ? row.hiddenReason : null,
      privateOpinion: row.privateOpinion && !gone,
    });
  }
}

@ObjectType({ description: 'A comment with the article it stands below.' })
export class PlacedCommentObject {
  @Field(() => CommentObject) comment!: CommentObject;
  @Field({ description: 'Where it stands.' }) path!: string;
  @Field() articleTitle!: string;
  @Field(() => LocaleEnum) articleLang!: LocaleEnum;

  static of(row: PlacedComment): PlacedCommentObject {
    return Object.assign(new PlacedCommentObject(), {
      comment: CommentObject.of(row),
      path: commentPath(row),
      articleTitle: row.article.title,
      articleLang: row.article.lang,
    });
  }
}

@ObjectType({ description: 'Comments of an article in their order.' })
export class ArticleCommentPage {
  @Field(() => [CommentObject]) items!: CommentObject[];
  @Field(() => Int, { description: 'Position of the last one here; the next page begins after it.' })
  endPosition!: number;
  @Field() hasNextPage!: boolean;
}
