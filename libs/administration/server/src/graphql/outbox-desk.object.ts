import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { z } from 'zod';
import { ADMINISTRATION_LIMITS as LIMITS } from '../administration.limits.js';

@InputType()
export class SendWaitingMailsInput {
  @Field(() => String) clientKey!: string;
}
export const sendWaitingMailsSchema = z.object({ clientKey: z.uuid() });

@InputType()
export class ConfirmRegistrationInput {
  @Field({ description: 'With which somebody has registered.' }) mail!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Needed where several registrations of one address wait.',
  })
  nickname?: string | null;
  @Field(() => String) clientKey!: string;
}
export const confirmRegistrationSchema = z
  .object({
    mail: z.string().trim().max(254).pipe(z.email()),
    nickname: z
      .string()
      .trim()
      .max(LIMITS.nicknameMax)
      .nullish()
      .transform((value) => value || undefined),
    clientKey: z.uuid(),
  })
  .transform(({ clientKey: _clientKey, ...registration }) => registration);

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class SendWaitingMailsSuccess extends MutationSuccess {}
export const SendWaitingMailsResult = mutationResult('SendWaitingMailsResult', SendWaitingMailsSuccess);

@ObjectType(success)
export class ConfirmRegistrationSuccess extends MutationSuccess {}
export const ConfirmRegistrationResult = mutationResult(
  'ConfirmRegistrationResult',
  ConfirmRegistrationSuccess,
);
