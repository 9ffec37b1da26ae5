import { Field, ID, InputType } from '@nestjs/graphql';
import { FORUM_LIMITS } from '@kundig/forum/server';
import { writtenLine } from '@kundig/platform/server';
import { z } from 'zod';
import { BoardAudienceEnum, BoardPostingEnum } from './administration.enums.js';

const id = z.string().min(1).max(64);
const optionalId = id.nullish().transform((value) => value ?? null);
const clientKey = z.uuid().nullish();
const name = writtenLine(2, FORUM_LIMITS.boardNameMax);
const description = writtenLine(0, FORUM_LIMITS.boardDescriptionMax)
  .nullish()
  .transform((value) => value ?? '');

const facts = {
  nameDe: name,
  nameEn: name,
  descriptionDe: description,
  descriptionEn: description,
  audience: z.enum(BoardAudienceEnum),
  groupId: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
  posting: z.enum(BoardPostingEnum),
  clientKey,
};

/** Audience as the forum keeps it; a board that is not of a group has none. */
function toFacts<
  Rest extends { audience: BoardAudienceEnum; groupId: string | null; clientKey?: string | null },
>({ audience, groupId, clientKey: _clientKey, ...rest }: Rest) {
  const ofGroup =
    audience === BoardAudienceEnum.GROUP_HIDDEN || audience === BoardAudienceEnum.GROUP_ANNOUNCED;
  return {
    ...rest,
    visibility: ofGroup ? ('group' as const) : audience,
    groupId: ofGroup ? groupId : null,
    announced: audience === BoardAudienceEnum.GROUP_ANNOUNCED,
  };
}

@InputType()
export class AddBoardInput {
  @Field() nameDe!: string;
  @Field() nameEn!: string;
  @Field(() => String, { nullable: true }) descriptionDe?: string;
  @Field(() => String, { nullable: true }) descriptionEn?: string;
  @Field(() => BoardAudienceEnum) audience!: BoardAudienceEnum;
  @Field(() => ID, { nullable: true, description: 'Needed for the board of a group.' }) groupId?: string;
  @Field(() => BoardPostingEnum) posting!: BoardPostingEnum;
  @Field(() => ID, { nullable: true, description: 'Board above; absent at the top.' }) parentId?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const addBoardSchema = z.object({ ...facts, parentId: optionalId }).transform(toFacts);

@InputType()
export class ChangeBoardInput {
  @Field(() => ID) id!: string;
  @Field() nameDe!: string;
  @Field() nameEn!: string;
  @Field(() => String, { nullable: true }) descriptionDe?: string;
  @Field(() => String, { nullable: true }) descriptionEn?: string;
  @Field(() => BoardAudienceEnum) audience!: BoardAudienceEnum;
  @Field(() => ID, { nullable: true, description: 'Needed for the board of a group.' }) groupId?: string;
  @Field(() => BoardPostingEnum) posting!: BoardPostingEnum;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const changeBoardSchema = z.object({ ...facts, id }).transform(toFacts);

@InputType()
export class PlaceBoardInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'Board above; absent at the top.' }) parentId?: string;
  @Field(() => ID, { nullable: true, description: 'Sibling that follows; absent puts it last.' })
  beforeId?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const placeBoardSchema = z.object({ id, parentId: optionalId, beforeId: optionalId, clientKey });

@InputType()
export class BoardInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const boardSchema = z.object({ id, clientKey });

@InputType()
export class SaveQuestionFieldInput {
  @Field(() => ID, { description: 'Of the board.' }) id!: string;
  @Field(() => ID, { nullable: true, description: 'Absent adds one.' }) field?: string;
  @Field() labelDe!: string;
  @Field() labelEn!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What can be chosen, one a line; absent where the answer is a short text.',
  })
  choices?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
const label = writtenLine(2, FORUM_LIMITS.detailLabelMax);
export const saveQuestionFieldSchema = z.object({
  id,
  field: optionalId,
  labelDe: label,
  labelEn: label,
  choices: z
    .string()
    .max(FORUM_LIMITS.choicesMax * (FORUM_LIMITS.detailMax + 2))
    .nullish()
    .transform((value) => [
      ...new Set(
        (value ?? '')
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ])
    .pipe(z.array(writtenLine(1, FORUM_LIMITS.detailMax)).max(FORUM_LIMITS.choicesMax)),
  clientKey,
});

@InputType()
export class QuestionFieldInput {
  @Field(() => ID, { description: 'Of the board.' }) id!: string;
  @Field(() => ID) field!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const questionFieldSchema = z.object({ id, field: id, clientKey });
