import { ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class RegisterSuccess extends MutationSuccess {}
export const RegisterResult = mutationResult('RegisterResult', RegisterSuccess);

@ObjectType(success)
export class ConfirmMailSuccess extends MutationSuccess {}
export const ConfirmMailResult = mutationResult('ConfirmMailResult', ConfirmMailSuccess);

@ObjectType(success)
export class SignInSuccess extends MutationSuccess {}
export const SignInResult = mutationResult('SignInResult', SignInSuccess);

@ObjectType(success)
export class SignOutSuccess extends MutationSuccess {}
export const SignOutResult = mutationResult('SignOutResult', SignOutSuccess);

@ObjectType(success)
export class RequestPasswordResetSuccess extends MutationSuccess {}
export const RequestPasswordResetResult = mutationResult(
  'RequestPasswordResetResult',
  RequestPasswordResetSuccess,
);

@ObjectType(success)
export class ResetPasswordSuccess extends MutationSuccess {}
export const ResetPasswordResult = mutationResult('ResetPasswordResult', ResetPasswordSuccess);

@ObjectType(success)
export class BecomeFirstAdministratorSuccess extends MutationSuccess {}
export const BecomeFirstAdministratorResult = mutationResult(
  'BecomeFirstAdministratorResult',
  BecomeFirstAdministratorSuccess,
);
