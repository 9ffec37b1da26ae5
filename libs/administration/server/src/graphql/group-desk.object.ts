import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A closed group as administrators keep it.' })
export class GroupSettings {
  @Field(() => ID) id!: string;
  @Field() nameDe!: string;
  @Field() nameEn!: string;
  @Field({ description: 'In the language of the request.' }) name!: string;
  @Field(() => Int) memberCount!: number;
}
