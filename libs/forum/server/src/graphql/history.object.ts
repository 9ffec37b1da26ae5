import { Field, GraphQLISODateTime, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { PostChange } from '../posts/post-history.service.js';
import type { TextChange } from '../posts/text-changes.js';

export enum PostTextChangeKind {
  SAME = 'same',
  ADDED = 'added',
  REMOVED = 'removed',
}
registerEnumType(PostTextChangeKind, { name: 'PostTextChangeKind' });

@ObjectType('PostTextChange', { description: 'A stretch of Markdown that stayed, came or went.' })
export class TextChangeObject {
  @Field(() => PostTextChangeKind) kind!: TextChange['kind'];
  @Field() text!: string;
}

@ObjectType('PostChange', { description: 'How a post became what it is.' })
export class PostChangeObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: PostChange;

  @Field(() => Int, { description: 'From 1, the first change.' }) number!: number;
  @Field(() => GraphQLISODateTime, { description: 'To the quarter of an hour where a persona made it.' })
  at!: Date;
  @Field(() => [TextChangeObject], { description: 'Of the title of the thread; empty where it stayed.' })
  title!: readonly TextChangeObject[];
  @Field(() => [TextChangeObject], { description: 'Of the tags of the thread; empty where they stayed.' })
  tags!: readonly TextChangeObject[];
  @Field(() => [TextChangeObject], {
    description: 'Empty where the text stayed; unchanged stretches are shortened.',
  })
  body!: readonly TextChangeObject[];

  static of(row: PostChange): PostChangeObject {
    return Object.assign(new PostChangeObject(), { row, ...row });
  }
}
