import { Field, ObjectType } from '@nestjs/graphql';
import { PostObject } from '@kundig/forum/server';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class GiveKudosSuccess extends MutationSuccess {
  @Field(() => PostObject) post!: PostObject;
}
export const GiveKudosResult = mutationResult('GiveKudosResult', GiveKudosSuccess);

@ObjectType(success)
export class WithdrawKudosSuccess extends MutationSuccess {
  @Field(() => PostObject) post!: PostObject;
}
export const WithdrawKudosResult = mutationResult('WithdrawKudosResult', WithdrawKudosSuccess);
