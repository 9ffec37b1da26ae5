import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ThreadObject } from '@kundig/forum/server';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { z } from 'zod';

@InputType()
export class DecideProposalInput {
  @Field(() => ID, { description: 'The answer that is proposed.' }) postId!: string;
  @Field() accepted!: boolean;
}
export const decideProposalSchema = z.object({ postId: z.string().min(1).max(64), accepted: z.boolean() });

@ObjectType({ implements: () => MutationSuccess })
export class DecideProposalSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const DecideProposalResult = mutationResult('DecideProposalResult', DecideProposalSuccess);
