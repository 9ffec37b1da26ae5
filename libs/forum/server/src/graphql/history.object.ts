import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { TextChangeObject } from '@kundig/platform/server';
import type { PostChange } from '../posts/post-history.service.js';

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
