import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { z } from 'zod';

@InputType()
export class DemandSecondFactorInput {
  @Field({ description: 'False leaves it to everybody who holds an office.' }) demanded!: boolean;
  @Field(() => String) clientKey!: string;
}
export const demandSecondFactorSchema = z.object({ demanded: z.boolean(), clientKey: z.uuid() });

@ObjectType({ implements: () => MutationSuccess })
export class DemandSecondFactorSuccess extends MutationSuccess {}
export const DemandSecondFactorResult = mutationResult('DemandSecondFactorResult', DemandSecondFactorSuccess);
