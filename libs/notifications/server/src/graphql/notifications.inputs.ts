import { Field, ID, InputType } from '@nestjs/graphql';
import { DESK_OCCASIONS, FOLLOW_STATES, PACES } from '@kundig/identity/server';
import { z } from 'zod';
import { DeskEnum, FollowStateEnum, MailPaceEnum } from './notifications.enums.js';

const id = z.string().min(1).max(64);
const clientKey = z.uuid().nullish();
const pace = z.enum(PACES);
/** Asked of moderators and custodians only. */
const deskPace = pace.nullish().transform((chosen) => chosen ?? undefined);
const state = z.enum(FOLLOW_STATES);

/** A tag as threads bear it. */
export const tagSchema = z
  .string()
  .max(50)
  .transform((tag) => tag.normalize('NFC').toLowerCase())
  .pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}.+-]*$/u));

@InputType()
export class MarkNoticesReadInput {
  @Field(() => ID, { nullable: true, description: 'Absent, as `desk`, for all that there is.' })
  threadId?: string;
  @Field(() => DeskEnum, { nullable: true, description: 'In place of a thread.' }) desk?: DeskEnum;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const markNoticesReadSchema = z.object({
  threadId: id.nullish(),
  desk: z.enum(DESK_OCCASIONS).nullish(),
  clientKey,
});

@InputType()
export class ChooseMailsInput {
  @Field(() => MailPaceEnum) answer!: MailPaceEnum;
  @Field(() => MailPaceEnum) reply!: MailPaceEnum;
  @Field(() => MailPaceEnum) mention!: MailPaceEnum;
  @Field(() => MailPaceEnum) thread!: MailPaceEnum;
  @Field(() => MailPaceEnum) solution!: MailPaceEnum;
  @Field(() => MailPaceEnum) solved!: MailPaceEnum;
  @Field(() => MailPaceEnum) kudos!: MailPaceEnum;
  @Field(() => MailPaceEnum) report!: MailPaceEnum;
  @Field(() => MailPaceEnum, { nullable: true, description: 'Of moderators; absent leaves it as it is.' })
  reported?: MailPaceEnum;
  @Field(() => MailPaceEnum, { nullable: true, description: 'The same.' }) waiting?: MailPaceEnum;
  @Field(() => MailPaceEnum, { nullable: true, description: 'The same.' }) unlawful?: MailPaceEnum;
  @Field(() => MailPaceEnum, { nullable: true, description: 'The same of custodians.' })
  reveal?: MailPaceEnum;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const chooseMailsSchema = z
  .object({
    answer: pace,
    reply: pace,
    mention: pace,
    thread: pace,
    solution: pace,
    solved: pace,
    kudos: pace,
    report: pace,
    reported: deskPace,
    waiting: deskPace,
    unlawful: deskPace,
    reveal: deskPace,
    clientKey,
  })
  .transform(({ clientKey: _once, ...paces }) => paces);

@InputType()
export class FollowBoardInput {
  @Field(() => ID) boardId!: string;
  @Field(() => FollowStateEnum) state!: FollowStateEnum;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const followBoardSchema = z.object({ boardId: id, state, clientKey });

@InputType()
export class FollowTagInput {
  @Field() tag!: string;
  @Field(() => FollowStateEnum) state!: FollowStateEnum;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const followTagSchema = z.object({ tag: tagSchema, state, clientKey });

const wayOutToken = z.string().trim().min(1).max(300);

@InputType()
export class UnsubscribeInput {
  @Field({ description: 'From the link of a mail.' }) token!: string;
}
export const unsubscribeSchema = z.object({ token: wayOutToken });

@InputType()
export class ResubscribeInput {
  @Field({ description: 'From the link of a mail.' }) token!: string;
}
export const resubscribeSchema = z.object({ token: wayOutToken });
