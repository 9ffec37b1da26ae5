import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Kudos', { description: 'Thanks for a post: how many, never from whom.' })
export class KudosObject {
  @Field(() => Int) count!: number;
  @Field() givenByViewer!: boolean;
  @Field({ description: 'False for visitors, for one’s own posts and for stubs.' }) viewerMayGive!: boolean;
}
