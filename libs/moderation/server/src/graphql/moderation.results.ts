import { Field, ObjectType } from '@nestjs/graphql';
import { CommentObject } from '@kundig/blog/server';
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
export class TakeReportSuccess extends MutationSuccess {}
export const TakeReportResult = mutationResult('TakeReportResult', TakeReportSuccess);

@ObjectType(success)
export class GiveBackReportSuccess extends MutationSuccess {}
export const GiveBackReportResult = mutationResult('GiveBackReportResult', GiveBackReportSuccess);

@ObjectType(success)
export class ReopenReportSuccess extends MutationSuccess {}
export const ReopenReportResult = mutationResult('ReopenReportResult', ReopenReportSuccess);

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

@ObjectType(success)
export class RelabelThreadSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const RelabelThreadResult = mutationResult('RelabelThreadResult', RelabelThreadSuccess);

@ObjectType(success)
export class ChangeThreadKindSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const ChangeThreadKindResult = mutationResult('ChangeThreadKindResult', ChangeThreadKindSuccess);

@ObjectType(success)
export class PinThreadSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const PinThreadResult = mutationResult('PinThreadResult', PinThreadSuccess);

@ObjectType(success)
export class UnpinThreadSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const UnpinThreadResult = mutationResult('UnpinThreadResult', UnpinThreadSuccess);

@ObjectType(success)
export class MoveThreadSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const MoveThreadResult = mutationResult('MoveThreadResult', MoveThreadSuccess);

@ObjectType(success)
export class MergeThreadSuccess extends MutationSuccess {
  @Field(() => ThreadObject, { description: 'The thread that stays.' }) thread!: ThreadObject;
}
export const MergeThreadResult = mutationResult('MergeThreadResult', MergeThreadSuccess);

@ObjectType(success)
export class SplitThreadSuccess extends MutationSuccess {
  @Field(() => ThreadObject, { description: 'The new thread.' }) thread!: ThreadObject;
}
export const SplitThreadResult = mutationResult('SplitThreadResult', SplitThreadSuccess);

@ObjectType(success)
export class MarkDuplicateSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const MarkDuplicateResult = mutationResult('MarkDuplicateResult', MarkDuplicateSuccess);

@ObjectType(success)
export class UnmarkDuplicateSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const UnmarkDuplicateResult = mutationResult('UnmarkDuplicateResult', UnmarkDuplicateSuccess);

@ObjectType(success)
export class SlowThreadSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const SlowThreadResult = mutationResult('SlowThreadResult', SlowThreadSuccess);

@ObjectType(success)
export class RedactPassageSuccess extends MutationSuccess {
  @Field(() => PostObject) post!: PostObject;
}
export const RedactPassageResult = mutationResult('RedactPassageResult', RedactPassageSuccess);

@ObjectType(success)
export class SuspendMemberSuccess extends MutationSuccess {}
export const SuspendMemberResult = mutationResult('SuspendMemberResult', SuspendMemberSuccess);

@ObjectType(success)
export class SuspendAuthorSuccess extends MutationSuccess {}
export const SuspendAuthorResult = mutationResult('SuspendAuthorResult', SuspendAuthorSuccess);

@ObjectType(success)
export class UnsuspendMemberSuccess extends MutationSuccess {}
export const UnsuspendMemberResult = mutationResult('UnsuspendMemberResult', UnsuspendMemberSuccess);

@ObjectType(success)
export class UnsuspendAuthorSuccess extends MutationSuccess {}
export const UnsuspendAuthorResult = mutationResult('UnsuspendAuthorResult', UnsuspendAuthorSuccess);

@ObjectType(success)
export class RedactCommentSuccess extends MutationSuccess {
  @Field(() => CommentObject) comment!: CommentObject;
}
export const RedactCommentResult = mutationResult('RedactCommentResult', RedactCommentSuccess);

@ObjectType(success)
export class RedactArticleSuccess extends MutationSuccess {}
export const RedactArticleResult = mutationResult('RedactArticleResult', RedactArticleSuccess);

@ObjectType(success)
export class PublishHeldPostSuccess extends MutationSuccess {}
export const PublishHeldPostResult = mutationResult('PublishHeldPostResult', PublishHeldPostSuccess);

@ObjectType(success)
export class RefuseHeldPostSuccess extends MutationSuccess {}
export const RefuseHeldPostResult = mutationResult('RefuseHeldPostResult', RefuseHeldPostSuccess);

@ObjectType(success)
export class WithdrawHeldPostSuccess extends MutationSuccess {}
export const WithdrawHeldPostResult = mutationResult('WithdrawHeldPostResult', WithdrawHeldPostSuccess);
