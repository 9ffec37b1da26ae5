import { ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class SaveGroupSuccess extends MutationSuccess {}
export const SaveGroupResult = mutationResult('SaveGroupResult', SaveGroupSuccess);

@ObjectType(success)
export class AddGroupMemberSuccess extends MutationSuccess {}
export const AddGroupMemberResult = mutationResult('AddGroupMemberResult', AddGroupMemberSuccess);

@ObjectType(success)
export class RemoveGroupMemberSuccess extends MutationSuccess {}
export const RemoveGroupMemberResult = mutationResult('RemoveGroupMemberResult', RemoveGroupMemberSuccess);

@ObjectType(success)
export class AppointLeadSuccess extends MutationSuccess {}
export const AppointLeadResult = mutationResult('AppointLeadResult', AppointLeadSuccess);

@ObjectType(success)
export class RequestAccessSuccess extends MutationSuccess {}
export const RequestAccessResult = mutationResult('RequestAccessResult', RequestAccessSuccess);

@ObjectType(success)
export class DecideAccessSuccess extends MutationSuccess {}
export const DecideAccessResult = mutationResult('DecideAccessResult', DecideAccessSuccess);
