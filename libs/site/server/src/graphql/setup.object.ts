import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { z } from 'zod';
import type { SetupStep } from '../setup/setup-checklist.js';

export enum SetupStepEnum {
  SITE = 'site',
  BOARDS = 'boards',
  TEXTS = 'texts',
  MAIL = 'mail',
  PEOPLE = 'people',
}
registerEnumType(SetupStepEnum, {
  name: 'SetupStep',
  description: 'What a community needs before customers come.',
});

@ObjectType('SetupState', { description: 'One step of setting the community up.' })
export class SetupStateObject {
  @Field(() => SetupStepEnum) step!: SetupStep;
  @Field() done!: boolean;
}

@InputType()
export class SetupInput {
  @Field(() => String) clientKey!: string;
}
export const setupSchema = z.object({ clientKey: z.uuid() });

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class CreateBoardTreeSuccess extends MutationSuccess {}
export const CreateBoardTreeResult = mutationResult('CreateBoardTreeResult', CreateBoardTreeSuccess);

@ObjectType(success)
export class DismissSetupSuccess extends MutationSuccess {}
export const DismissSetupResult = mutationResult('DismissSetupResult', DismissSetupSuccess);
