import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { z } from 'zod';
import { password } from './account.inputs.js';

@InputType()
export class ChangePasswordInput {
  @Field({ description: 'The one in force.' }) currentPassword!: string;
  @Field({ description: 'The one from now on.' }) password!: string;
}
export const changePasswordSchema = z.object({ currentPassword: password, password });

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class ChangePasswordSuccess extends MutationSuccess {}
export const ChangePasswordResult = mutationResult('ChangePasswordResult', ChangePasswordSuccess);
