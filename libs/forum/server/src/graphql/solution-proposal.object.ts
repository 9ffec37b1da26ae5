import { Field, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { AuthorObject } from '@kundig/pseudonyms/server';
import { PostObject } from './post.object.js';
import { ThreadObject } from './thread.object.js';

@ObjectType('SolutionProposal', {
  description: 'An answer that an expert of the board holds for the solution; moderators decide.',
})
export class SolutionProposalObject {
  @Field(() => PostObject) post!: PostObject;
  @Field(() => AuthorObject) by!: AuthorObject;
}

@ObjectType({ implements: () => MutationSuccess })
export class ProposeSolutionSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const ProposeSolutionResult = mutationResult('ProposeSolutionResult', ProposeSolutionSuccess);
