import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocaleEnum, type Locale } from '@kundig/platform/server';
import { z } from 'zod';
import type { SuggestionKind } from '../suggestions/suggestion.js';

/** Names are what the schema shows. */
export enum SuggestionKindEnum {
  FAQ = 'faq',
  THREAD = 'thread',
  ARTICLE = 'article',
  BOARD = 'board',
  MEMBER = 'member',
  HELP_PAGE = 'helpPage',
}

registerEnumType(SuggestionKindEnum, { name: 'SuggestionKind', description: 'What a suggestion leads to.' });

@ObjectType({ description: 'A page that may be what somebody is typing.' })
export class SearchSuggestion {
  @Field(() => SuggestionKindEnum) kind!: SuggestionKind;
  @Field({ description: 'Of a member the nickname.' }) title!: string;
  @Field({ description: 'Of a help page its whole address, on another site.' }) path!: string;
  @Field(() => LocaleEnum, {
    nullable: true,
    description: 'Of title and detail, where that may be another than that of the request.',
  })
  lang!: Locale | null;
  @Field(() => String, {
    nullable: true,
    description:
      'The beginning of the answer or solution, what a board, article or help page is about, the real name of staff.',
  })
  detail!: string | null;
  @Field({ description: 'Whether it is a question with a solution.' }) solved!: boolean;
  @Field(() => String, { nullable: true, description: 'Site on which a help page stands.' }) host?: string;
}

/** The query itself is cut rather than refused, as in searches. */
export const typingSchema = z.object({ query: z.string(), boardId: z.string().max(36).nullish() });

/** The title is cut rather than refused, too. */
export const similarSchema = z.object({ title: z.string() });
