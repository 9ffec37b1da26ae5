import { Field, ID, ObjectType } from '@nestjs/graphql';
import { AuthorKind } from './author.object.js';

/** A member's public page. Other domains attach posts and counts. */
@ObjectType('Member', { description: 'The public side of an account; nothing of the person.' })
export class MemberObject {
  /** Key of the pseudonym; for other domains, not a field. */
  pseudonymId!: string;

  /** Uuids of boards whose appointed expert this is; for other domains, not a field: boards are shown to those who read them. */
  expertIn!: readonly string[];

  @Field(() => ID)
  id!: string;

  @Field()
  nickname!: string;

  @Field()
  path!: string;

  @Field(() => AuthorKind)
  kind!: AuthorKind;

  @Field()
  pictureSeed!: string;

  @Field(() => String, { nullable: true, description: 'Path of a picture of their own choice.' })
  picture!: string | null;

  @Field(() => String, { nullable: true, description: 'One line about themselves.' })
  about!: string | null;

  @Field(() => String, { nullable: true, description: 'A company or Partner, confirmed by staff.' })
  mark!: string | null;

  @Field(() => String, { nullable: true, description: 'Of staff alone, who always show it.' })
  realName!: string | null;

  @Field(() => String, { nullable: true, description: 'What staff does for the operator.' })
  role!: string | null;

  @Field({ description: 'Month of joining in the time zone of the site, such as 2026-11.' })
  joinedMonth!: string;
}
