import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  LocaleEnum,
  mutationResult,
  MutationSuccess,
  writtenText,
  type Locale,
} from '@kundig/platform/server';
import { z } from 'zod';
import { HELP_PAGE_LIMITS } from '../help-pages/help-page.limits.js';
import type { SourceProblem } from '../help-pages/source-problem.js';

/** Names are what the schema shows. */
export enum HelpSourceProblemEnum {
  ADDRESS = 'address',
  INTERNAL = 'internal',
  UNREACHABLE = 'unreachable',
  SLOW = 'slow',
  LARGE = 'large',
  REDIRECTS = 'redirects',
  STATUS = 'status',
  UNREADABLE = 'unreadable',
  ROBOTS = 'robots',
}
registerEnumType(HelpSourceProblemEnum, {
  name: 'HelpSourceProblem',
  description: 'Why a sitemap or feed could not be read.',
});

@ObjectType('HelpPage', { description: 'A page of the operator’s own, on another site.' })
export class HelpPageObject {
  @Field({ description: 'Absolute.' }) address!: string;
  @Field({ description: 'Name of the site.' }) host!: string;
  @Field() title!: string;
  @Field({ description: 'Empty where the page does not describe itself.' }) description!: string;
  @Field(() => LocaleEnum, { nullable: true, description: 'Where it is known and ours.' })
  lang!: Locale | null;
}

@ObjectType('HelpSource', { description: 'Where help pages of the operator’s are listed.' })
export class HelpSourceObject {
  @Field(() => ID) id!: string;
  @Field() address!: string;
  @Field(() => Date, { nullable: true, description: 'Null as long as it was never read.' })
  fetchedAt!: Date | null;
  @Field(() => HelpSourceProblemEnum, {
    nullable: true,
    description: 'Of the last time; what was known stays.',
  })
  problem!: SourceProblem | null;
  @Field(() => Int, { description: 'Pages that are found.' }) pages!: number;
  @Field(() => Int, { description: 'Pages that could not be read the last time.' }) failed!: number;
  @Field(() => Int, {
    description:
      'Pages that are not looked at: they lie elsewhere, do not want to be found, or are too many.',
  })
  leftOut!: number;
}

@InputType()
export class SaveHelpSourcesInput {
  @Field({ description: 'Of sitemaps and feeds, up to five, one on each line.' }) addresses!: string;
  @Field(() => String) clientKey!: string;
}
export const saveHelpSourcesSchema = z.object({
  addresses: writtenText(0, (HELP_PAGE_LIMITS.addressMax + 1) * HELP_PAGE_LIMITS.sourcesMax),
  clientKey: z.uuid(),
});

@InputType()
export class FetchHelpPagesInput {
  @Field(() => String) clientKey!: string;
}
export const fetchHelpPagesSchema = z.object({ clientKey: z.uuid() });

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class SaveHelpSourcesSuccess extends MutationSuccess {}
export const SaveHelpSourcesResult = mutationResult('SaveHelpSourcesResult', SaveHelpSourcesSuccess);

@ObjectType(success)
export class FetchHelpPagesSuccess extends MutationSuccess {}
export const FetchHelpPagesResult = mutationResult('FetchHelpPagesResult', FetchHelpPagesSuccess);
