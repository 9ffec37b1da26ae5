import { Field, ObjectType } from '@nestjs/graphql';
import { PostObject, ThreadObject } from '@kundig/forum/server';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class ReportPostSuccess extends MutationSuccess {}
export const ReportPostResult = mutationResult('ReportPostResult', ReportPostSuccess);

@ObjectType(success)
export class ResolveReportSuccess extends MutationSuccess {}
export const ResolveReportResult = mutationResult('ResolveReportResult', ResolveReportSuccess);

@ObjectType(success)
export class HidePostSuccess extends MutationSuccess {
  @Field(() => PostObject) post!: PostObject;
}
export const HidePostResult = mutationResult('HidePostResult', HidePostSuccess);

@ObjectType(success)
export class RestorePostSuccess extends MutationSuccess {
  @Field(() => PostObject) post!: PostObject;
}
export const RestorePostResult = mutationResult('RestorePostResult', RestorePostSuccess);

@ObjectType(success)
export class LockThreadSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const LockThreadResult = mutationResult('LockThreadResult', LockThreadSuccess);

@ObjectType(success)
export class UnlockThreadSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const UnlockThreadResult = mutationResult('UnlockThreadResult', UnlockThreadSuccess);
