import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { z } from 'zod';

@InputType()
export class ChooseStatusDisplayInput {
  @Field({ description: 'Whether no status is to be shown beside names.' }) hidden!: boolean;
}
export const chooseStatusDisplaySchema = z.object({ hidden: z.boolean() });

@ObjectType({ implements: () => MutationSuccess })
export class ChooseStatusDisplaySuccess extends MutationSuccess {}
export const ChooseStatusDisplayResult = mutationResult(
  'ChooseStatusDisplayResult',
  ChooseStatusDisplaySuccess,
);
