import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FEATURES, mutationResult, MutationSuccess, type Feature } from '@kundig/platform/server';
import { z } from 'zod';

export enum FeatureEnum {
  BLOG = 'blog',
  RANKING = 'ranking',
  EXPERTS = 'experts',
  FAQ = 'faq',
  GUESTS = 'guests',
  ANONYMITY = 'anonymity',
  PERSONS = 'persons',
  SEARCH_ENGINES = 'search-engines',
  PERSONA_CREDITS = 'persona-credits',
}
registerEnumType(FeatureEnum, {
  name: 'Feature',
  description: 'A part of the community that can be switched off.',
});

@ObjectType('FeatureState', { description: 'Whether a part of the community is there.' })
export class FeatureStateObject {
  @Field(() => FeatureEnum) feature!: Feature;
  @Field() on!: boolean;
}

@InputType()
export class SwitchFeatureInput {
  @Field(() => FeatureEnum) feature!: Feature;
  @Field({ description: 'False switches it off for everybody; what it holds stays.' }) on!: boolean;
  @Field(() => String) clientKey!: string;
}
export const switchFeatureSchema = z.object({
  feature: z.enum(FEATURES),
  on: z.boolean(),
  clientKey: z.uuid(),
});

@ObjectType({ implements: () => MutationSuccess })
export class SwitchFeatureSuccess extends MutationSuccess {}
export const SwitchFeatureResult = mutationResult('SwitchFeatureResult', SwitchFeatureSuccess);
