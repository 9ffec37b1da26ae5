import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { PlacedCommentObject } from '@kundig/blog/server';
import { BoardObject, ThreadObject } from '@kundig/forum/server';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { EndedMailsEnum, FollowStateEnum, MailPaceEnum, NoticeOccasionEnum } from './notifications.enums.js';

@ObjectType('Notice', {
  description: 'Everything of one kind the viewer was told about one thread, or work of moderators.',
})
export class NoticeObject {
  @Field(() => ID) id!: string;
  @Field(() => NoticeOccasionEnum) occasion!: NoticeOccasionEnum;
  @Field(() => Int, { description: 'How many are new, or how many there were when none is.' }) count!: number;
  @Field() unread!: boolean;
  @Field(() => GraphQLISODateTime, { description: 'When the viewer was told, not when it was written.' })
  at!: Date;
  @Field(() => ThreadObject, {
    nullable: true,
    description:
      'Null for a decision on a request for access, or about a comment, and for work of moderators.',
  })
  thread!: ThreadObject | null;
  @Field(() => String, {
    nullable: true,
    description: 'Board of the group a decision is about, in the language of the request.',
  })
  groupBoard!: string | null;
  @Field(() => PlacedCommentObject, {
    nullable: true,
    description: 'Comment a decision is about.',
  })
  comment!: PlacedCommentObject | null;
  @Field({ description: 'Leads to the first that is new.' }) path!: string;
}

@ObjectType({ description: 'How soon mails tell the viewer of what.' })
export class MailChoices {
  @Field(() => MailPaceEnum) answer!: MailPaceEnum;
  @Field(() => MailPaceEnum) reply!: MailPaceEnum;
  @Field(() => MailPaceEnum) mention!: MailPaceEnum;
  @Field(() => MailPaceEnum) thread!: MailPaceEnum;
  @Field(() => MailPaceEnum) solution!: MailPaceEnum;
  @Field(() => MailPaceEnum) solved!: MailPaceEnum;
  @Field(() => MailPaceEnum) kudos!: MailPaceEnum;
  @Field(() => MailPaceEnum) report!: MailPaceEnum;
  @Field(() => MailPaceEnum, {
    nullable: true,
    description: 'That something is reported where the viewer moderates; null where they do nowhere.',
  })
  reported!: MailPaceEnum | null;
  @Field(() => MailPaceEnum, { nullable: true, description: 'That something waits there to be published.' })
  waiting!: MailPaceEnum | null;
  @Field(() => MailPaceEnum, {
    nullable: true,
    description: 'Notices of unlawful content; null for who moderates only some boards.',
  })
  unlawful!: MailPaceEnum | null;
  @Field(() => MailPaceEnum, {
    nullable: true,
    description: 'Requests for reveals; null for who is no custodian.',
  })
  reveal!: MailPaceEnum | null;
}

@ObjectType('Tag', { description: 'A tag, and where the viewer stands towards it.' })
export class TagObject {
  @Field(() => ID, { description: 'The tag itself.' }) id!: string;
  @Field(() => FollowStateEnum, { description: '`NONE` for visitors.' }) following!: FollowStateEnum;
}

@ObjectType('WayOut', { description: 'What the link of a mail ends, and how far that is done.' })
export class WayOutObject {
  @Field(() => ID, { description: 'The token of the link.' }) id!: string;
  @Field(() => EndedMailsEnum) mails!: EndedMailsEnum;
  @Field(() => ThreadObject, {
    nullable: true,
    description: 'What they are about; null where it is no thread, or none that the viewer may read.',
  })
  thread!: ThreadObject | null;
  @Field({ description: 'None of these mails goes out any more.' }) ended!: boolean;
  @Field({ description: 'The link may take back what it has ended.' }) resumable!: boolean;
}

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class MarkNoticesReadSuccess extends MutationSuccess {}
export const MarkNoticesReadResult = mutationResult('MarkNoticesReadResult', MarkNoticesReadSuccess);

@ObjectType(success)
export class ChooseMailsSuccess extends MutationSuccess {
  @Field(() => MailChoices) choices!: MailChoices;
}
export const ChooseMailsResult = mutationResult('ChooseMailsResult', ChooseMailsSuccess);

@ObjectType(success)
export class FollowBoardSuccess extends MutationSuccess {
  @Field(() => BoardObject) board!: BoardObject;
}
export const FollowBoardResult = mutationResult('FollowBoardResult', FollowBoardSuccess);

@ObjectType(success)
export class FollowTagSuccess extends MutationSuccess {
  @Field(() => TagObject) tag!: TagObject;
}
export const FollowTagResult = mutationResult('FollowTagResult', FollowTagSuccess);

@ObjectType(success)
export class UnsubscribeSuccess extends MutationSuccess {
  @Field(() => WayOutObject) wayOut!: WayOutObject;
}
export const UnsubscribeResult = mutationResult('UnsubscribeResult', UnsubscribeSuccess);

@ObjectType(success)
export class ResubscribeSuccess extends MutationSuccess {
  @Field(() => WayOutObject) wayOut!: WayOutObject;
}
export const ResubscribeResult = mutationResult('ResubscribeResult', ResubscribeSuccess);
