import { Field, ID, InputType } from '@nestjs/graphql';
import { writtenLine, writtenText } from '@kundig/platform/server';
import { z } from 'zod';
import { ADMINISTRATION_LIMITS as LIMITS } from '../administration.limits.js';
import { AccessDecisionEnum } from './administration.enums.js';

const clientKey = z.uuid().nullish();
const name = writtenLine(2, LIMITS.groupNameMax);
const note = writtenText(0, LIMITS.noteMax)
  .nullish()
  .transform((value) => value || null);

@InputType()
export class SaveGroupInput {
  @Field(() => ID, { nullable: true, description: 'Absent adds a group.' }) group?: string;
  @Field() nameDe!: string;
  @Field() nameEn!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const saveGroupSchema = z.object({
  group: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
  nameDe: name,
  nameEn: name,
  clientKey,
});

@InputType()
export class GroupMemberInput {
  @Field(() => ID) group!: string;
  @Field() nickname!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const groupMemberSchema = z.object({
  group: z.uuid(),
  nickname: writtenLine(1, LIMITS.nicknameMax),
  clientKey,
});

@InputType()
export class AppointLeadInput {
  @Field(() => ID) group!: string;
  @Field() nickname!: string;
  @Field({ description: 'Whether the member shall look after the group.' }) lead!: boolean;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const appointLeadSchema = groupMemberSchema.extend({ lead: z.boolean() });

@InputType()
export class RequestAccessInput {
  @Field(() => ID, { description: 'The board that announces the group.' }) boardId!: string;
  @Field(() => String, { nullable: true, description: 'For whoever decides.' }) note?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const requestAccessSchema = z.object({ boardId: z.string().min(1).max(64), note, clientKey });

@InputType()
export class DecideAccessInput {
  @Field(() => ID) request!: string;
  @Field(() => AccessDecisionEnum) decision!: AccessDecisionEnum;
  @Field(() => String, { nullable: true, description: 'Told to whoever asked.' }) answer?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const decideAccessSchema = z.object({
  request: z.uuid(),
  decision: z.enum(AccessDecisionEnum),
  answer: note,
  clientKey,
});
