import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import type { DraftView } from '@kundig/identity/server';

/** A text the viewer has begun. The forum attaches its kind. */
@ObjectType('Draft', { description: 'A text the viewer has begun.' })
export class DraftObject {
  /** `question` or `discussion`; the forum shows it under its own type. */
  kind!: string | null;

  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field({ description: 'Markdown.' })
  body!: string;

  @Field(() => ID, { nullable: true, description: 'Public id of the board a new thread is meant for.' })
  boardId!: string | null;

  @Field(() => [String])
  tags!: string[];

  @Field()
  anonymous!: boolean;

  @Field({ description: 'Of a new thread: to be kept out of search engines.' })
  unindexed!: boolean;

  @Field(() => GraphQLISODateTime)
  updatedAt!: Date;

  /** @returns the draft as the API shows it */
  static from(draft: DraftView): DraftObject {
    const { id, kind, title, body, boardId, tags, anonymous, unindexed, updatedAt } = draft;
    return Object.assign(new DraftObject(), {
      id,
      kind,
      title,
      body,
      boardId,
      anonymous,
      unindexed,
      tags: [...tags],
      updatedAt: new Date(updatedAt),
    });
  }
}
