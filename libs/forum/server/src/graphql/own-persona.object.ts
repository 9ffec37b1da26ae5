import { Field, ObjectType } from '@nestjs/graphql';
import { AuthorObject } from '@kundig/pseudonyms/server';
import { ThreadObject } from './thread.object.js';

@ObjectType({ description: 'A persona of the viewer; told to nobody else.' })
export class OwnPersona {
  /** Its own id; not part of the API. */
  pseudonymId!: string;

  @Field(() => AuthorObject) author!: AuthorObject;
  @Field({ description: 'When it first wrote, rounded to the quarter of an hour.' }) begunAt!: Date;

  @Field(() => [ThreadObject], {
    description: 'Where it has written; several where a moderator has moved posts.',
  })
  threads!: ThreadObject[];
}

@ObjectType()
export class OwnPersonaConnection {
  @Field(() => [OwnPersona]) items!: OwnPersona[];
  @Field(() => String, { nullable: true }) endCursor!: string | null;
  @Field() hasNextPage!: boolean;
}
