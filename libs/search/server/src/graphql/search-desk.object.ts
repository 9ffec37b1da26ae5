import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess, writtenLine } from '@kundig/platform/server';
import { z } from 'zod';
import { RecommendedAnswerObject } from './search.object.js';

export enum SearchMarkEnum {
  DONE = 'done',
  IGNORED = 'ignored',
}
registerEnumType(SearchMarkEnum, { name: 'SearchMark', description: 'Why a search in vain lies aside.' });

@ObjectType('MissedSearch', {
  description:
    'What several people searched for in vain: the same words in other forms and spellings together.',
})
export class MissedSearchObject {
  @Field(() => ID) id!: string;
  @Field({ description: 'As most of them put it, in small letters; what may tell of somebody is masked.' })
  words!: string;
  @Field(() => [String], { description: 'Other spellings that several people used.' }) spellings!: string[];
  @Field(() => Int, { description: 'Searches that found nothing, or nothing that holds all words.' })
  missed!: number;
  @Field(() => Int, { description: 'Searches that found something of which nothing was opened.' })
  unopened!: number;
  @Field({ description: 'Day of the last one, `2026-11-22`.' }) lastDay!: string;
  @Field(() => SearchMarkEnum, { nullable: true }) mark!: SearchMarkEnum | null;
}

@ObjectType('Recommendation', { description: 'An answer that stands above the results of a search.' })
export class RecommendationObject {
  @Field(() => ID) id!: string;
  @Field({ description: 'Of the search, in small letters.' }) words!: string;
  @Field(() => RecommendedAnswerObject, {
    nullable: true,
    description: 'Null where the answer is gone, or not the viewer’s to read.',
  })
  answer!: RecommendedAnswerObject | null;
}

const id = z.string().min(1).max(64);
const clientKey = z.uuid();

@InputType()
export class MarkMissedSearchInput {
  @Field(() => ID) searchId!: string;
  @Field(() => SearchMarkEnum, { nullable: true, description: 'Takes the mark away when absent.' })
  mark?: SearchMarkEnum | null;
  @Field(() => String) clientKey!: string;
}
export const markMissedSearchSchema = z.object({
  searchId: id,
  mark: z
    .enum(SearchMarkEnum)
    .nullish()
    .transform((mark) => mark ?? null),
  clientKey,
});

@InputType()
export class RecommendAnswerInput {
  @Field(() => ID) searchId!: string;
  @Field({ description: 'Of a thread or an FAQ entry of this community: whole, or its path.' })
  address!: string;
  @Field(() => String) clientKey!: string;
}
export const recommendAnswerSchema = z.object({ searchId: id, address: writtenLine(1, 500), clientKey });

@InputType()
export class WithdrawRecommendationInput {
  @Field(() => ID) recommendationId!: string;
  @Field(() => String) clientKey!: string;
}
export const withdrawRecommendationSchema = z.object({ recommendationId: id, clientKey });

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class MarkMissedSearchSuccess extends MutationSuccess {}
export const MarkMissedSearchResult = mutationResult('MarkMissedSearchResult', MarkMissedSearchSuccess);

@ObjectType(success)
export class RecommendAnswerSuccess extends MutationSuccess {}
export const RecommendAnswerResult = mutationResult('RecommendAnswerResult', RecommendAnswerSuccess);

@ObjectType(success)
export class WithdrawRecommendationSuccess extends MutationSuccess {}
export const WithdrawRecommendationResult = mutationResult(
  'WithdrawRecommendationResult',
  WithdrawRecommendationSuccess,
);
