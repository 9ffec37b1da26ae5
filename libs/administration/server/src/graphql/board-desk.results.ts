import { ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class AddBoardSuccess extends MutationSuccess {}
export const AddBoardResult = mutationResult('AddBoardResult', AddBoardSuccess);

@ObjectType(success)
export class ChangeBoardSuccess extends MutationSuccess {}
export const ChangeBoardResult = mutationResult('ChangeBoardResult', ChangeBoardSuccess);

@ObjectType(success)
export class PlaceBoardSuccess extends MutationSuccess {}
export const PlaceBoardResult = mutationResult('PlaceBoardResult', PlaceBoardSuccess);

@ObjectType(success)
export class CloseBoardSuccess extends MutationSuccess {}
export const CloseBoardResult = mutationResult('CloseBoardResult', CloseBoardSuccess);

@ObjectType(success)
export class ReopenBoardSuccess extends MutationSuccess {}
export const ReopenBoardResult = mutationResult('ReopenBoardResult', ReopenBoardSuccess);

@ObjectType(success)
export class SaveQuestionFieldSuccess extends MutationSuccess {}
export const SaveQuestionFieldResult = mutationResult('SaveQuestionFieldResult', SaveQuestionFieldSuccess);

@ObjectType(success)
export class RemoveQuestionFieldSuccess extends MutationSuccess {}
export const RemoveQuestionFieldResult = mutationResult(
  'RemoveQuestionFieldResult',
  RemoveQuestionFieldSuccess,
);
