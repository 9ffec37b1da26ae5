import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { z } from 'zod';
import { mail, password, token } from './account.inputs.js';

/** Public id as it stands in addresses. */
const publicId = z.string().trim().min(1).max(64);

@InputType()
export class ChangePasswordInput {
  @Field({ description: 'The one in force.' }) currentPassword!: string;
  @Field({ description: 'The one from now on.' }) password!: string;
}
export const changePasswordSchema = z.object({ currentPassword: password, password });

@InputType()
export class RequestMailChangeInput {
  @Field({ description: 'The password in force.' }) currentPassword!: string;
  @Field({ description: 'The address from now on.' }) mail!: string;
}
export const requestMailChangeSchema = z.object({ currentPassword: password, mail });

@InputType()
export class ConfirmMailChangeInput {
  @Field({ description: 'Of the link in the mail to the new address.' }) token!: string;
}
export const confirmMailChangeSchema = z.object({ token });

@InputType()
export class DeleteAccountInput {
  @Field({ description: 'The password in force.' }) currentPassword!: string;
}
export const deleteAccountSchema = z.object({ currentPassword: password });

@InputType()
export class ClaimPersonaInput {
  @Field(() => ID, { description: 'Id of the persona as an author.' }) personaId!: string;
  @Field({ description: 'The password in force.' }) currentPassword!: string;
}
export const claimPersonaSchema = z.object({ personaId: publicId, currentPassword: password });

@InputType()
export class GiveUpPersonaInput {
  @Field(() => ID, { description: 'Id of the persona as an author.' }) personaId!: string;
  @Field({ description: 'The password in force.' }) currentPassword!: string;
}
export const giveUpPersonaSchema = z.object({ personaId: publicId, currentPassword: password });

@InputType()
export class UnlockOwnDataInput {
  @Field({ description: 'The password in force.' }) currentPassword!: string;
}
export const unlockOwnDataSchema = z.object({ currentPassword: password });

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class ChangePasswordSuccess extends MutationSuccess {}
export const ChangePasswordResult = mutationResult('ChangePasswordResult', ChangePasswordSuccess);

@ObjectType(success)
export class RequestMailChangeSuccess extends MutationSuccess {}
export const RequestMailChangeResult = mutationResult('RequestMailChangeResult', RequestMailChangeSuccess);

@ObjectType(success)
export class ConfirmMailChangeSuccess extends MutationSuccess {}
export const ConfirmMailChangeResult = mutationResult('ConfirmMailChangeResult', ConfirmMailChangeSuccess);

@ObjectType(success)
export class DeleteAccountSuccess extends MutationSuccess {}
export const DeleteAccountResult = mutationResult('DeleteAccountResult', DeleteAccountSuccess);

@ObjectType(success)
export class ClaimPersonaSuccess extends MutationSuccess {}
export const ClaimPersonaResult = mutationResult('ClaimPersonaResult', ClaimPersonaSuccess);

@ObjectType(success)
export class GiveUpPersonaSuccess extends MutationSuccess {}
export const GiveUpPersonaResult = mutationResult('GiveUpPersonaResult', GiveUpPersonaSuccess);

@ObjectType(success)
export class UnlockOwnDataSuccess extends MutationSuccess {}
export const UnlockOwnDataResult = mutationResult('UnlockOwnDataResult', UnlockOwnDataSuccess);
