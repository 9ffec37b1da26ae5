import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Why and how long somebody may read but not write.' })
export class Suspension {
  @Field({ description: 'Told to whom it concerns.' }) reason!: string;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Null until it is lifted.' })
  endsAt!: Date | null;
}
