import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess, writtenText } from '@kundig/platform/server';
import { AuthorObject } from '@kundig/pseudonyms/server';
import { z } from 'zod';
import { FORUM_LIMITS } from '../forum.limits.js';
import { PostObject } from './post.object.js';
import { ThreadObject } from './thread.object.js';

@ObjectType('SolutionProposal', {
  description: 'An answer that an expert of the board holds for the solution; moderators decide.',
})
export class SolutionProposalObject {
  @Field(() => PostObject) post!: PostObject;
  @Field(() => AuthorObject) by!: AuthorObject;
  @Field(() => String, { nullable: true, description: 'Why, for moderators of the board alone.' })
  reason!: string | null;
}

@InputType()
export class ProposeSolutionInput {
  @Field(() => ID) postId!: string;
  @Field(() => String, {
    nullable: true,
    description: `Why, for those who decide: at most ${FORUM_LIMITS.reasonMax} characters.`,
  })
  reason?: string | null;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const proposeSolutionSchema = z.object({
  postId: z.string().min(1).max(64),
  reason: writtenText(0, FORUM_LIMITS.reasonMax)
    .nullish()
    .transform((reason) => reason || null),
  clientKey: z.uuid().nullish(),
});

@ObjectType({ implements: () => MutationSuccess })
export class ProposeSolutionSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const ProposeSolutionResult = mutationResult('ProposeSolutionResult', ProposeSolutionSuccess);
