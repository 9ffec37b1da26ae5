import { Field, ID, InputType } from '@nestjs/graphql';
import { writtenLine } from '@kundig/platform/server';
import { z } from 'zod';
import { ADMINISTRATION_LIMITS as LIMITS } from '../administration.limits.js';
import { RoleEnum } from './administration.enums.js';

const clientKey = z.uuid().nullish();
const nickname = writtenLine(1, LIMITS.nicknameMax);

@InputType()
export class ChangeRoleInput {
  @Field() nickname!: string;
  @Field(() => RoleEnum) role!: RoleEnum;
  @Field(() => ID, { nullable: true, description: 'Absent for the whole community.' }) board?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const changeRoleSchema = z.object({
  nickname,
  role: z.enum(RoleEnum),
  board: z
    .string()
    .min(1)
    .max(64)
    .nullish()
    .transform((value) => value ?? null),
  clientKey,
});

@InputType()
export class OpenMemberMailInput {
  @Field() nickname!: string;
  @Field({ description: 'Why it is needed; stands in the audit log.' }) reason!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const openMemberMailSchema = z.object({
  nickname,
  reason: writtenLine(LIMITS.reasonMin, LIMITS.reasonMax),
  clientKey,
});

@InputType()
export class ResetMemberSecondFactorInput {
  @Field() nickname!: string;
  @Field({ description: 'Why it is needed; stands in the audit log.' }) reason!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const resetMemberSecondFactorSchema = openMemberMailSchema;

/** Bounds of the list of members. */
export const memberDeskSchema = z.object({
  prefix: writtenLine(0, LIMITS.nicknameMax),
  after: z.string().max(LIMITS.nicknameMax).nullish(),
});
