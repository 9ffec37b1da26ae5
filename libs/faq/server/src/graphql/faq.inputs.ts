import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocaleEnum } from '@kundig/forum/server';
import { writtenLine, writtenText } from '@kundig/platform/server';
import { z } from 'zod';
import { FAQ_LIMITS } from '../faq.limits.js';

const id = z.string().min(1).max(64);
const clientKey = z.uuid();
const optional = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((value) => value ?? undefined);

@InputType()
export class ProposeFaqEntryInput {
  @Field(() => ID, { description: 'A solved question in a public board.' }) threadId!: string;
  @Field(() => String) clientKey!: string;
}
export const proposeFaqEntrySchema = z.object({ threadId: id, clientKey });

@InputType()
export class EditFaqEntryInput {
  @Field(() => ID) entryId!: string;
  @Field({ description: `${FAQ_LIMITS.questionMin} to ${FAQ_LIMITS.questionMax} characters.` })
  question!: string;
  @Field({ description: `Markdown, at most ${FAQ_LIMITS.answerMax} characters.` }) answer!: string;
  @Field(() => LocaleEnum, { nullable: true, description: 'Stays as it is when absent.' }) lang?: LocaleEnum;
  @Field(() => ID, { nullable: true, description: 'Stays as it is when absent.' }) boardId?: string;
  @Field(() => String) clientKey!: string;
}
export const editFaqEntrySchema = z.object({
  entryId: id,
  question: writtenLine(FAQ_LIMITS.questionMin, FAQ_LIMITS.questionMax),
  answer: writtenText(FAQ_LIMITS.answerMin, FAQ_LIMITS.answerMax),
  lang: optional(z.enum(['de', 'en'])),
  boardId: optional(id),
  clientKey,
});

@InputType()
export class FaqEntryInput {
  @Field(() => ID) entryId!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'For a release: the revision that was read; a newer one is refused as a conflict.',
  })
  revision?: number;
  @Field(() => String) clientKey!: string;
}
export const faqEntrySchema = z.object({
  entryId: id,
  revision: optional(z.number().int().min(1).max(1_000_000)),
  clientKey,
});

@InputType()
export class ExportFaqInput {
  @Field(() => String) clientKey!: string;
}
export const exportFaqSchema = z.object({ clientKey });
