import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { z } from 'zod';
import { BOARD_TEMPLATES, type BoardTemplate } from '../setup/create-board-tree.service.js';
import type { SetupStep } from '../setup/setup-checklist.js';

export enum SetupStepEnum {
  SITE = 'site',
  LOGO = 'logo',
  BOARDS = 'boards',
  TEXTS = 'texts',
  CONTACT = 'contact',
  MAIL = 'mail',
  NAME = 'name',
  PEOPLE = 'people',
  FEATURES = 'features',
  OFFER = 'offer',
  OPENING = 'opening',
}
registerEnumType(SetupStepEnum, {
  name: 'SetupStep',
  description: 'What a community needs before customers come.',
});

@ObjectType('SetupState', { description: 'One step of setting the community up.' })
export class SetupStateObject {
  @Field(() => SetupStepEnum) step!: SetupStep;
  @Field() done!: boolean;
  @Field({ description: 'Whether a community is complete without it.' }) optional!: boolean;
  @Field(() => Int, { description: 'Gaps left in the texts; none in any other step.' }) gapsLeft!: number;
}

export enum BoardTemplateEnum {
  GENERAL = 'general',
  MACHINES = 'machines',
  TELECOM = 'telecom',
  FINANCE = 'finance',
}
registerEnumType(BoardTemplateEnum, {
  name: 'BoardTemplate',
  description: 'Boards a community can begin with, by the business of its operator.',
});

@InputType()
export class CreateBoardTreeInput {
  @Field(() => BoardTemplateEnum) template!: BoardTemplate;
  @Field(() => String) clientKey!: string;
}
export const createBoardTreeSchema = z.object({ template: z.enum(BOARD_TEMPLATES), clientKey: z.uuid() });

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
