import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';

/**
 * A mail on the administrator's page; left out are links only its reader may use, and who gets mails about threads: a way
 * to a person behind a persona that asks for no reveal.
 */
@ObjectType('OutboxMail', { description: 'A mail of the community; secret links are left out.' })
export class OutboxMailObject {
  @Field(() => ID) id!: string;
  @Field(() => GraphQLISODateTime) at!: Date;
  @Field({
    description: 'Of a mail about a thread a word that it is not shown: it could name who wrote anonymously.',
  })
  to!: string;
  @Field() subject!: string;
  @Field() text!: string;
  @Field({ description: 'waiting, sent, or kept because it cannot be sent.' }) state!: string;
  @Field(() => Int) attempts!: number;
}
