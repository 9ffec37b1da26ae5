import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';

/** A mail on the administrator's page; links only its reader may use are left out. */
@ObjectType('OutboxMail', { description: 'A mail of the community; secret links are left out.' })
export class OutboxMailObject {
  @Field(() => ID) id!: string;
  @Field(() => GraphQLISODateTime) at!: Date;
  @Field() to!: string;
  @Field() subject!: string;
  @Field() text!: string;
  @Field({ description: 'waiting, sent, or kept because it cannot be sent.' }) state!: string;
  @Field(() => Int) attempts!: number;
}
