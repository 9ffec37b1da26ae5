import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Post } from '../storage/post.entity.js';
import { LocaleEnum, PostKindEnum } from './forum.enums.js';
import { ThreadObject } from './thread.object.js';
import { POSTS_PER_PAGE } from '../storage/post.repository.js';

@ObjectType({ description: 'Why a post shows no text.' })
export class PostStub {
  @Field({ description: 'In the language of the request.' }) reason!: string;
  @Field(() => String, { nullable: true, description: 'The reason the moderators gave.' }) note!:
    string | null;
  @Field() byAuthor!: boolean;
  @Field(() => GraphQLISODateTime) at!: Date;
}

@ObjectType('Post', { description: 'The opening text of a thread or a reply.' })
export class PostObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: Post;

  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'Dense from 1; stubs keep theirs.' }) position!: number;
  @Field(() => PostKindEnum) kind!: PostKindEnum;
  @Field(() => String, { nullable: true, description: 'Sanitised; null for a stub.' }) html!: string | null;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) editedAt!: Date | null;
  @Field() solution!: boolean;
  @Field({ description: 'Written by staff as a private person: not the word of the operator.' })
  privateOpinion!: boolean;
  @Field(() => LocaleEnum) lang!: LocaleEnum;

  static of(post: Post): PostObject {
    return Object.assign(new PostObject(), {
      row: post,
      id: post.publicId,
      position: post.position,
      kind: post.kind,
      html: post.isStub ? null : post.bodyHtml,
      createdAt: post.createdAt,
      editedAt: post.isStub ? null : post.editedAt,
      solution: post.solutionAt !== null && !post.isStub,
      privateOpinion: post.privateOpinion && !post.isStub,
      lang: post.lang,
    });
  }
}

/** Page of its thread a post stands on; the opening post is on every page. */
export const pageOfPosition = (position: number): number =>
  Math.max(1, Math.ceil((position - 1) / POSTS_PER_PAGE));

@ObjectType({ description: 'A numbered page of replies.' })
export class PostPage {
  @Field(() => [PostObject]) items!: PostObject[];
  @Field(() => Int, { description: 'From 1.' }) page!: number;
  @Field(() => Int) pageCount!: number;
  @Field(() => Int, { description: 'All replies, stubs included.' }) total!: number;
}

@ObjectType({ description: 'What the viewer may do with a post.' })
export class PostViewer {
  @Field() isAuthor!: boolean;
  @Field() mayEdit!: boolean;
  @Field() mayDelete!: boolean;
  @Field() mayModerate!: boolean;
  @Field({ description: 'Whether a passage may be taken out for good.' }) mayRedact!: boolean;
  @Field({ description: 'Whether the viewer, who is staff, may say whose opinion it is.' })
  maySpeakPrivately!: boolean;
  @Field(() => String, { nullable: true, description: 'Markdown, for those who may edit or moderate.' })
  body!: string | null;
}

@ObjectType({ description: 'A post on the page of its author.' })
export class MemberPost {
  @Field(() => PostObject) post!: PostObject;
  @Field(() => ThreadObject) thread!: ThreadObject;
  @Field() excerpt!: string;
}

@ObjectType()
export class MemberPostConnection {
  @Field(() => [MemberPost]) items!: MemberPost[];
  @Field(() => String, { nullable: true }) endCursor!: string | null;
  @Field() hasNextPage!: boolean;
}
