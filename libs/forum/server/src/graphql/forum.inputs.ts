import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { leakAnswers, LeakAnswersInput } from '@kundig/leak-guard/server';
import { tagList, trap, writtenLine, writtenText } from '@kundig/platform/server';
import { z } from 'zod';
import { FORUM_LIMITS } from '../forum.limits.js';
import { ThreadKindEnum } from './forum.enums.js';

const id = z.string().min(1).max(64);
const clientKey = z.uuid();
const orUndefined = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((value) => value ?? undefined);
const body = writtenText(FORUM_LIMITS.bodyMin, FORUM_LIMITS.bodyMax);
/** A thread's title. */
export const titleSchema = writtenLine(FORUM_LIMITS.titleMin, FORUM_LIMITS.titleMax);

/** Up to five tags, parted by commas or spaces. */
export const tagsSchema = tagList(FORUM_LIMITS.tagsMax, FORUM_LIMITS.tagMax);

@InputType()
export class StartThreadInput extends LeakAnswersInput {
  @Field(() => ID) boardId!: string;
  @Field(() => ThreadKindEnum) kind!: ThreadKindEnum;
  @Field({ description: `One sentence, ${FORUM_LIMITS.titleMin} to ${FORUM_LIMITS.titleMax} characters.` })
  title!: string;
  @Field({ description: 'Markdown.' }) body!: string;
  @Field(() => String, {
    nullable: true,
    description: `At most ${FORUM_LIMITS.tagsMax}, parted by commas or spaces.`,
  })
  tags?: string;
  @Field(() => [String], {
    nullable: true,
    description: 'Ids of fields of the board, as `details` answers them.',
  })
  detailFields?: string[];
  @Field(() => [String], {
    nullable: true,
    description: 'An answer for each of `detailFields`; may be empty.',
  })
  details?: string[];
  @Field(() => Boolean, { nullable: true }) anonymous?: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Of staff under their own name: not the word of the operator. Says nothing of anybody else.',
  })
  privateOpinion?: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: 'To be kept out of search engines, sitemap and feeds.',
  })
  unindexed?: boolean;
  @Field(() => String, { nullable: true, description: 'Stays empty; people do not see it.' })
  website?: string;
  @Field(() => String, { description: 'UUID fixed per form, so that a resend posts nothing twice.' })
  clientKey!: string;
}
/** In the order of the form, in which problems are told. */
export const startThreadSchema = z.object({
  kind: z.enum(['question', 'discussion']),
  title: titleSchema,
  body,
  boardId: id,
  tags: tagsSchema.nullish().transform((value) => value ?? []),
  detailFields: z
    .array(z.string().max(64))
    .max(FORUM_LIMITS.questionFields)
    .nullish()
    .transform((value) => value ?? []),
  details: z
    .array(writtenLine(0, FORUM_LIMITS.detailMax))
    .max(FORUM_LIMITS.questionFields)
    .nullish()
    .transform((value) => value ?? []),
  anonymous: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  privateOpinion: orUndefined(z.boolean()),
  unindexed: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  website: trap,
  clientKey,
  ...leakAnswers,
});

@InputType()
export class ReplyInput extends LeakAnswersInput {
  @Field(() => ID) threadId!: string;
  @Field({ description: 'Markdown.' }) body!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Leaves the voice as it was chosen before when absent.',
  })
  anonymous?: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Of staff under their own name: not the word of the operator. Says nothing of anybody else.',
  })
  privateOpinion?: boolean;
  @Field(() => String, { nullable: true, description: 'Stays empty; people do not see it.' })
  website?: string;
  @Field(() => String) clientKey!: string;
}
export const replySchema = z.object({
  threadId: id,
  website: trap,
  body,
  anonymous: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null),
  privateOpinion: orUndefined(z.boolean()),
  clientKey,
  ...leakAnswers,
});

@InputType()
export class EditPostInput extends LeakAnswersInput {
  @Field(() => ID) postId!: string;
  @Field({ description: 'Markdown.' }) body!: string;
  @Field(() => String, { nullable: true, description: 'Only for an opening post.' }) title?: string;
  @Field(() => String, { nullable: true }) tags?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const editPostSchema = z.object({
  postId: id,
  body,
  title: orUndefined(titleSchema),
  tags: orUndefined(tagsSchema),
  clientKey: clientKey.nullish(),
  ...leakAnswers,
});

@InputType()
export class ChooseIndexingInput {
  @Field(() => ID) threadId!: string;
  @Field() unindexed!: boolean;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const chooseIndexingSchema = z.object({
  threadId: id,
  unindexed: z.boolean(),
  clientKey: clientKey.nullish(),
});

@InputType()
export class MarkPrivateOpinionInput {
  @Field(() => ID) postId!: string;
  @Field() privateOpinion!: boolean;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const markPrivateOpinionSchema = z.object({
  postId: id,
  privateOpinion: z.boolean(),
  clientKey: clientKey.nullish(),
});

@InputType()
export class PostInput {
  @Field(() => ID) postId!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const postSchema = z.object({ postId: id, clientKey: clientKey.nullish() });

@InputType()
export class SaveDraftInput {
  @Field(() => ID, { nullable: true, description: 'Absent for a new thread.' }) threadId?: string;
  @Field(() => String, { nullable: true }) title?: string;
  @Field({ description: 'Markdown.' }) body!: string;
  @Field(() => ID, { nullable: true }) boardId?: string;
  @Field(() => ThreadKindEnum, { nullable: true }) kind?: ThreadKindEnum;
  @Field(() => String, { nullable: true }) tags?: string;
  @Field(() => Boolean, { nullable: true }) anonymous?: boolean;
  @Field(() => Boolean, { nullable: true }) unindexed?: boolean;
}
/** A draft may be as unfinished as it likes, but not larger than what can be posted. */
export const saveDraftSchema = z.object({
  threadId: id.nullish(),
  title: z
    .string()
    .max(FORUM_LIMITS.titleMax * 2)
    .nullish(),
  body: z.string().max(FORUM_LIMITS.bodyMax),
  boardId: id.nullish(),
  kind: z.enum(['question', 'discussion']).nullish(),
  tags: z.string().max(200).nullish(),
  anonymous: z.boolean().nullish(),
  unindexed: z.boolean().nullish(),
});

@InputType()
export class DraftInput {
  @Field(() => ID) draftId!: string;
}
export const draftSchema = z.object({ draftId: z.uuid() });

@InputType()
export class ThreadInput {
  @Field(() => ID) threadId!: string;
}
export const threadSchema = z.object({ threadId: id });

@InputType()
export class MarkReadInput {
  @Field(() => ID) threadId!: string;
  @Field(() => Int, { description: 'Highest position that was on the screen.' }) position!: number;
}
export const markReadSchema = z.object({ threadId: id, position: z.number().int().min(1).max(1_000_000) });
