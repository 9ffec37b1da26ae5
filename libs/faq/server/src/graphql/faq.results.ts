import { Field, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { FaqEntryObject, FaqReleaseObject } from './faq.object.js';

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class ProposeFaqEntrySuccess extends MutationSuccess {
  @Field(() => FaqEntryObject) entry!: FaqEntryObject;
}
export const ProposeFaqEntryResult = mutationResult('ProposeFaqEntryResult', ProposeFaqEntrySuccess);

@ObjectType(success)
export class EditFaqEntrySuccess extends MutationSuccess {
  @Field(() => FaqEntryObject) entry!: FaqEntryObject;
}
export const EditFaqEntryResult = mutationResult('EditFaqEntryResult', EditFaqEntrySuccess);

@ObjectType(success)
export class ReleaseFaqEntrySuccess extends MutationSuccess {
  @Field(() => FaqEntryObject) entry!: FaqEntryObject;
}
export const ReleaseFaqEntryResult = mutationResult('ReleaseFaqEntryResult', ReleaseFaqEntrySuccess);

@ObjectType(success)
export class WithdrawFaqEntrySuccess extends MutationSuccess {
  @Field(() => FaqEntryObject) entry!: FaqEntryObject;
}
export const WithdrawFaqEntryResult = mutationResult('WithdrawFaqEntryResult', WithdrawFaqEntrySuccess);

@ObjectType(success)
export class ExportFaqSuccess extends MutationSuccess {
  @Field(() => FaqReleaseObject) release!: FaqReleaseObject;
}
export const ExportFaqResult = mutationResult('ExportFaqResult', ExportFaqSuccess);
