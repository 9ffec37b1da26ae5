import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import {
  LinkHandover,
  LocaleEnum,
  mutationResult,
  MutationSuccess,
  PersonalLink,
  writtenText,
  type Locale,
} from '@kundig/platform/server';
import { z } from 'zod';
import { ADMINISTRATION_LIMITS as LIMITS } from '../administration.limits.js';
import { RoleEnum } from './administration.enums.js';

@ObjectType({ description: 'An invitation that nobody has accepted yet.' })
export class OpenInvitation {
  @Field(() => ID) id!: string;
  @Field() mail!: string;
  @Field(() => RoleEnum, { nullable: true, description: 'Held once it is accepted; null for none.' })
  role!: RoleEnum | null;
  @Field(() => [String], { description: 'Closed groups, in the language of the request.' }) groups!: string[];
  @Field(() => GraphQLISODateTime) sentAt!: Date;
  @Field(() => GraphQLISODateTime) expiresAt!: Date;
  @Field({ description: 'Whether its link has run its time.' }) expired!: boolean;
  @Field({ description: 'Whether it may be sent once more.' }) mayResend!: boolean;
}

@InputType()
export class InviteMembersInput {
  @Field({ description: `Mail addresses, one a line; at most ${LIMITS.invitationsMax}.` }) mails!: string;
  @Field(() => LocaleEnum, { description: 'Language of the mail.' }) locale!: Locale;
  @Field(() => RoleEnum, { nullable: true, description: 'For the whole community.' }) role?: RoleEnum;
  @Field(() => [ID], { nullable: true, description: 'Closed groups they belong to from the start.' })
  groups?: string[];
  @Field(() => String, { nullable: true, description: 'Stands in the mail.' }) message?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const inviteMembersSchema = z
  .object({
    mails: writtenText(1, LIMITS.pastedMailsMax),
    locale: z.enum(['de', 'en']),
    role: z
      .enum(RoleEnum)
      .nullish()
      .transform((value) => value ?? null),
    groups: z
      .array(z.uuid())
      .max(LIMITS.invitedGroupsMax)
      .nullish()
      .transform((value) => value ?? []),
    message: writtenText(0, LIMITS.invitationMessageMax)
      .nullish()
      .transform((value) => value || null),
    clientKey: z.uuid().nullish(),
  })
  .transform(({ groups, clientKey: _clientKey, ...rest }) => ({ ...rest, groupIds: groups }));

@InputType()
export class InvitationInput {
  @Field(() => ID) invitation!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const invitationSchema = z.object({ invitation: z.uuid(), clientKey: z.uuid().nullish() });

const success = { implements: () => MutationSuccess };

const handover = { implements: () => [MutationSuccess, LinkHandover] };

@ObjectType(handover)
export class InviteMembersSuccess extends MutationSuccess implements LinkHandover {
  links!: PersonalLink[];
}
export const InviteMembersResult = mutationResult('InviteMembersResult', InviteMembersSuccess);

@ObjectType(handover)
export class ResendInvitationSuccess extends MutationSuccess implements LinkHandover {
  links!: PersonalLink[];
}
export const ResendInvitationResult = mutationResult('ResendInvitationResult', ResendInvitationSuccess);

@ObjectType(success)
export class WithdrawInvitationSuccess extends MutationSuccess {}
export const WithdrawInvitationResult = mutationResult('WithdrawInvitationResult', WithdrawInvitationSuccess);
