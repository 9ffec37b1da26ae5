import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ThreadObject } from '@kundig/forum/server';
import { mutationResult, MutationSuccess, trap } from '@kundig/platform/server';
import { z } from 'zod';
import { guestMail, guestToken } from './guests.inputs.js';

@InputType()
export class AskToShareProblemInput {
  @Field(() => ID) threadId!: string;
  @Field() mail!: string;
  @Field(() => String, { nullable: true, description: 'Stays empty; people do not see it.' })
  website?: string;
}
export const askToShareProblemSchema = z.object({
  threadId: z.string().min(1).max(64),
  mail: guestMail,
  website: trap,
});

@InputType()
export class ShareProblemAsGuestInput {
  @Field() token!: string;
}
export const shareProblemAsGuestSchema = z.object({ token: guestToken });

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class AskToShareProblemSuccess extends MutationSuccess {}
export const AskToShareProblemResult = mutationResult('AskToShareProblemResult', AskToShareProblemSuccess);

@ObjectType(success)
export class ShareProblemAsGuestSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const ShareProblemAsGuestResult = mutationResult(
  'ShareProblemAsGuestResult',
  ShareProblemAsGuestSuccess,
);
