import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { z } from 'zod';
import { accepted, nickname, password, token } from './account.inputs.js';

@ObjectType('Invitation', { description: 'What the link of an invitation offers to whoever holds it.' })
export class InvitationObject {
  @Field({ description: 'The address that was invited.' }) mail!: string;
  @Field({ description: 'Whether it has an account already; told by the link in the mail alone.' })
  hasAccount!: boolean;
}

@InputType()
export class AcceptInvitationInput {
  @Field({ description: 'Of the link in the mail, or of the one passed on.' }) token!: string;
  @Field() nickname!: string;
  @Field() password!: string;
  @Field({ description: 'Has read the netiquette and the terms and agrees.' }) acceptNetiquette!: boolean;
  @Field({ description: 'Has read the privacy text and agrees.' }) acceptPrivacy!: boolean;
}
export const acceptInvitationSchema = z.object({
  ...{ token, nickname, password },
  acceptNetiquette: accepted,
  acceptPrivacy: accepted,
});

@InputType()
export class TakeUpInvitationInput {
  @Field({ description: 'Of the link in the mail.' }) token!: string;
}
export const takeUpInvitationSchema = z.object({ token });

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class AcceptInvitationSuccess extends MutationSuccess {}
export const AcceptInvitationResult = mutationResult('AcceptInvitationResult', AcceptInvitationSuccess);

@ObjectType(success)
export class TakeUpInvitationSuccess extends MutationSuccess {}
export const TakeUpInvitationResult = mutationResult('TakeUpInvitationResult', TakeUpInvitationSuccess);
