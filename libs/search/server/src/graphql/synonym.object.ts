import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess, writtenText } from '@kundig/platform/server';
import { z } from 'zod';
import { SYNONYM_LIMITS } from '../synonyms/synonym.limits.js';

@ObjectType('SynonymGroup', { description: 'Words by which the same is found.' })
export class SynonymGroupObject {
  @Field(() => ID) id!: string;
  @Field(() => [String], {
    description: 'Of a one-way group the first is the operator’s, the others are what customers say.',
  })
  words!: string[];
  @Field({ description: 'Who searches for one of the others finds the first, too, not the other way round.' })
  oneWay!: boolean;
  @Field(() => Int, { description: 'Raised by every save.' }) revision!: number;
}

@ObjectType({ description: 'What a search finds of what the viewer may read.' })
export class SearchFinding {
  @Field(() => Int, { description: 'Threads, counted as far as hits are ranked.' }) total!: number;
  @Field(() => [String], { description: 'Of the best of them.' }) titles!: string[];
}

@ObjectType({ description: 'A search that would find something else.' })
export class SynonymEffect {
  @Field() words!: string;
  @Field(() => SearchFinding) before!: SearchFinding;
  @Field(() => SearchFinding) after!: SearchFinding;
}

@ObjectType({ description: 'What a group would change of the searches last made in vain.' })
export class SynonymPreview {
  @Field(() => String, { nullable: true, description: 'What is wrong with the words, if anything is.' })
  problem!: string | null;
  @Field(() => [SynonymEffect]) effects!: SynonymEffect[];
}

const id = z.string().min(1).max(64);
const optional = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? null);
const WORDS = { description: 'Two to ten, a word on each line or between commas.' };

/** Words are checked one by one where they are read; here the text is bounded. */
const words = writtenText(1, SYNONYM_LIMITS.textMax);

export const synonymPreviewSchema = z.object({ words, oneWay: z.boolean(), groupId: optional(id) });

@InputType()
export class SaveSynonymsInput {
  @Field(() => ID, { nullable: true, description: 'Absent for a new group.' }) groupId?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Of the group as it was read; a newer one is refused as a conflict.',
  })
  revision?: number | null;
  @Field(WORDS) words!: string;
  @Field({ description: 'The first word is the operator’s, the others are what customers say.' })
  oneWay!: boolean;
  @Field(() => String) clientKey!: string;
}
export const saveSynonymsSchema = z
  .object({
    ...{ groupId: optional(id), revision: optional(z.number().int().min(1).max(1_000_000)) },
    ...{ words, oneWay: z.boolean(), clientKey: z.uuid() },
  })
  .transform(({ groupId, revision, ...input }) => ({
    ...input,
    group: groupId === null ? null : { id: groupId, revision: revision ?? 0 },
  }));

@InputType()
export class RemoveSynonymsInput {
  @Field(() => ID) groupId!: string;
  @Field(() => String) clientKey!: string;
}
export const removeSynonymsSchema = z.object({ groupId: id, clientKey: z.uuid() });

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class SaveSynonymsSuccess extends MutationSuccess {}
export const SaveSynonymsResult = mutationResult('SaveSynonymsResult', SaveSynonymsSuccess);

@ObjectType(success)
export class RemoveSynonymsSuccess extends MutationSuccess {}
export const RemoveSynonymsResult = mutationResult('RemoveSynonymsResult', RemoveSynonymsSuccess);
