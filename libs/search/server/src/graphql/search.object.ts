import { Field, InputType, Int, ObjectType, ID, registerEnumType } from '@nestjs/graphql';
import { ArticleObject } from '@kundig/blog/server';
import {
  BoardObject,
  LocaleEnum,
  PostObject,
  ThreadKindEnum,
  ThreadObject,
  ThreadStateEnum,
} from '@kundig/forum/server';
import type { Locale } from '@kundig/platform/server';
import { MemberObject } from '@kundig/pseudonyms/server';
import { z } from 'zod';
import { SEARCH_LIMITS } from '../search.limits.js';
import { HelpPageObject } from './help-page.object.js';

/** Names are what the schema shows. */
export enum SearchPeriodEnum {
  DAY = 'day',
  WEEK = 'week',
  MONTH = 'month',
  YEAR = 'year',
}

/** Names are what the schema shows. */
export enum SearchOrderEnum {
  BEST = 'best',
  NEWEST = 'newest',
}

registerEnumType(SearchPeriodEnum, { name: 'SearchPeriod', description: 'How far back posts were written.' });
registerEnumType(SearchOrderEnum, {
  name: 'SearchOrder',
  description:
    'Which threads come first: those whose post fits best, or whose post that was found is the newest.',
});

@ObjectType({ description: 'A thread that was found, with its best post.' })
export class SearchHit {
  @Field(() => ThreadObject) thread!: ThreadObject;
  @Field(() => PostObject, { nullable: true }) post!: PostObject | null;
  @Field({ description: 'Escaped title of the thread with found words in `<mark>`.' }) titleHtml!: string;
  @Field({ description: 'Escaped parts of the post with found words in `<mark>`.' }) excerptHtml!: string;
}

@ObjectType('RecommendedAnswer', { description: 'What staff has chosen for a search.' })
export class RecommendedAnswerObject {
  @Field() title!: string;
  @Field({ description: 'Without language prefix.' }) path!: string;
  @Field(() => LocaleEnum) lang!: Locale;
}

@ObjectType({ description: 'An article of the blog that was found.' })
export class ArticleSearchHit {
  @Field(() => ArticleObject) article!: ArticleObject;
  @Field({ description: 'Escaped title with found words in `<mark>`.' }) titleHtml!: string;
  @Field({ description: 'Escaped parts of the text with found words in `<mark>`.' }) excerptHtml!: string;
}

@ObjectType({ description: 'How many of the threads found stand in a board.' })
export class BoardCount {
  @Field(() => BoardObject) board!: BoardObject;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'A page of what was found, and how the query was understood.' })
export class SearchResult {
  @Field(() => RecommendedAnswerObject, {
    nullable: true,
    description: 'What staff has chosen for this search, on the first page of one that is not narrowed.',
  })
  recommended!: RecommendedAnswerObject | null;
  @Field(() => [SearchHit]) hits!: SearchHit[];
  @Field(() => [ArticleSearchHit], {
    description:
      'The best articles of the blog, on the first page of a search that is not narrowed to threads.',
  })
  articles!: ArticleSearchHit[];
  @Field(() => [BoardObject], {
    description: 'The best boards by name and description, where articles stand.',
  })
  namedBoards!: BoardObject[];
  @Field(() => [MemberObject], {
    description: 'The best members by nickname, staff by real name, too; where articles stand.',
  })
  namedMembers!: MemberObject[];
  @Field(() => [HelpPageObject], {
    description: 'The best pages of the operator’s own, on other sites; where the recommendation stands.',
  })
  helpPages!: HelpPageObject[];
  @Field(() => Int, { description: 'Threads, counted as far as hits are ranked.' }) total!: number;
  @Field(() => Int, { description: 'From 1.' }) page!: number;
  @Field(() => Int) pageCount!: number;
  @Field({ description: 'No post holds all words; these hold some.' }) loosened!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'The query as it was probably meant, where a word of it stands nowhere.',
  })
  correctedQuery!: string | null;
  @Field(() => [BoardCount], { description: 'Most hits first.' }) boards!: BoardCount[];
}

@InputType('SearchFilter')
export class SearchFilterInput {
  @Field(() => ID, { nullable: true }) boardId?: string | null;
  @Field(() => ThreadStateEnum, { nullable: true }) state?: ThreadStateEnum | null;
  @Field(() => ThreadKindEnum, { nullable: true }) kind?: ThreadKindEnum | null;
  @Field(() => String, { nullable: true }) tag?: string | null;
  @Field(() => LocaleEnum, { nullable: true }) lang?: LocaleEnum | null;
  @Field(() => String, { nullable: true, description: 'Nickname.' }) author?: string | null;
  @Field(() => SearchPeriodEnum, { nullable: true }) since?: SearchPeriodEnum | null;
}

/** Further pages than are ever ranked are empty, so nobody needs to ask for them. */
const LAST_PAGE = Math.ceil((SEARCH_LIMITS.hitsMax + SEARCH_LIMITS.titleHitsMax) / SEARCH_LIMITS.pageSize);

/** The query itself is cut rather than refused; the rest is bounded here. */
export const searchArgumentsSchema = z.object({
  query: z.string(),
  filter: z
    .object({
      boardId: z.string().max(36).nullish(),
      state: z.enum(ThreadStateEnum).nullish(),
      kind: z.enum(ThreadKindEnum).nullish(),
      tag: z.string().max(50).nullish(),
      lang: z.enum(LocaleEnum).nullish(),
      author: z.string().max(SEARCH_LIMITS.queryMax).nullish(),
      since: z.enum(SearchPeriodEnum).nullish(),
    })
    .nullish()
    .transform((filter) => filter ?? {}),
  order: z.enum(SearchOrderEnum),
  page: z.number().int().min(1).max(LAST_PAGE),
});
