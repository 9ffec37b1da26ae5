import { ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class GrantRoleSuccess extends MutationSuccess {}
export const GrantRoleResult = mutationResult('GrantRoleResult', GrantRoleSuccess);

@ObjectType(success)
export class WithdrawRoleSuccess extends MutationSuccess {}
export const WithdrawRoleResult = mutationResult('WithdrawRoleResult', WithdrawRoleSuccess);

@ObjectType(success)
export class OpenMemberMailSuccess extends MutationSuccess {}
export const OpenMemberMailResult = mutationResult('OpenMemberMailResult', OpenMemberMailSuccess);

@ObjectType(success)
export class ResetMemberSecondFactorSuccess extends MutationSuccess {}
export const ResetMemberSecondFactorResult = mutationResult(
  'ResetMemberSecondFactorResult',
  ResetMemberSecondFactorSuccess,
);
