import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess, writtenLine } from '@kundig/platform/server';
import { z } from 'zod';
import type { MemberObject } from './member.object.js';

/** Bounds of what staff publish in words, in characters. */
const LIMITS = { nameMin: 3, nameMax: 80, roleMin: 2, roleMax: 60 } as const;

/** What somebody who speaks for the operator has not told yet. */
export enum StaffLack {
  NAME = 'NAME',
  PHOTO = 'PHOTO',
}
registerEnumType(StaffLack, {
  name: 'StaffLack',
  description: 'What somebody who speaks for the operator has not told yet.',
});

/** @param member who speaks for the operator @returns what the member still owes the readers */
export const staffLacks = ({ realName, picture }: MemberObject): StaffLack[] => [
  ...(realName === null ? [StaffLack.NAME] : []),
  ...(picture === null ? [StaffLack.PHOTO] : []),
];

@ObjectType({ description: 'Under which name and in which role somebody speaks for the operator.' })
export class StaffProfileObject {
  @Field() realName!: string;
  @Field({ description: 'What they do, in German.' }) roleDe!: string;
  @Field({ description: 'What they do, in English.' }) roleEn!: string;
}

@InputType()
export class SaveStaffProfileInput {
  @Field({ description: `${LIMITS.nameMin} to ${LIMITS.nameMax} characters.` }) realName!: string;
  @Field({ description: `In German, ${LIMITS.roleMin} to ${LIMITS.roleMax} characters.` }) roleDe!: string;
  @Field({ description: `In English, ${LIMITS.roleMin} to ${LIMITS.roleMax} characters.` }) roleEn!: string;
  @Field(() => String, { nullable: true, description: 'Path to offer afterwards.' }) next?: string | null;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const saveStaffProfileSchema = z.object({
  realName: writtenLine(LIMITS.nameMin, LIMITS.nameMax),
  roleDe: writtenLine(LIMITS.roleMin, LIMITS.roleMax),
  roleEn: writtenLine(LIMITS.roleMin, LIMITS.roleMax),
  next: z.string().max(2000).nullish(),
  clientKey: z.uuid().nullish(),
});

@ObjectType({ implements: () => MutationSuccess })
export class SaveStaffProfileSuccess extends MutationSuccess {}
export const SaveStaffProfileResult = mutationResult('SaveStaffProfileResult', SaveStaffProfileSuccess);
