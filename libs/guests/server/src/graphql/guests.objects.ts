import { Field, ObjectType } from '@nestjs/graphql';
import { BoardObject, ThreadDetailObject, ThreadKindEnum, ThreadObject } from '@kundig/forum/server';
import { LinkHandover, mutationResult, MutationSuccess, PersonalLink } from '@kundig/platform/server';

@ObjectType({ description: 'A question that waits for the click in a mail, as its guest sees it.' })
export class GuestQuestion {
  @Field(() => ThreadKindEnum) kind!: ThreadKindEnum;
  @Field() title!: string;
  @Field({ description: 'Sanitised.' }) html!: string;
  @Field(() => [ThreadDetailObject], {
    description: 'What the board asked beside it, as far as it was answered.',
  })
  details!: ThreadDetailObject[];
  @Field(() => BoardObject, { nullable: true, description: 'Null when it is not public any more.' })
  board!: BoardObject | null;
  @Field({ description: 'Whether it will be published without the nickname.' }) anonymous!: boolean;
  @Field({ description: 'A nickname nobody has, for who has no idea.' }) suggestedNickname!: string;
}

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class AskAsGuestSuccess extends MutationSuccess {}
export const AskAsGuestResult = mutationResult('AskAsGuestResult', AskAsGuestSuccess);

@ObjectType(success)
export class SendGuestQuestionSuccess extends MutationSuccess {}
export const SendGuestQuestionResult = mutationResult('SendGuestQuestionResult', SendGuestQuestionSuccess);

@ObjectType(success)
export class PublishGuestQuestionSuccess extends MutationSuccess {
  @Field(() => ThreadObject, { nullable: true, description: 'Null where it waits for a moderator.' })
  thread!: ThreadObject | null;
}
export const PublishGuestQuestionResult = mutationResult(
  'PublishGuestQuestionResult',
  PublishGuestQuestionSuccess,
);

@ObjectType({ implements: () => [MutationSuccess, LinkHandover] })
export class ReleaseGuestQuestionSuccess extends MutationSuccess implements LinkHandover {
  links!: PersonalLink[];
}
export const ReleaseGuestQuestionResult = mutationResult(
  'ReleaseGuestQuestionResult',
  ReleaseGuestQuestionSuccess,
);
