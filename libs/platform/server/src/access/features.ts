import { SetMetadata } from '@nestjs/common';

/**
 * What the operator may switch off. Everything is on until they do, but for search engines, to which a new community shows
 * itself when it is opened, and for crediting nicknames with what their personas earn, which a few could read something from.
 */
export const FEATURES = [
  'blog',
  'ranking',
  'experts',
  'faq',
  'guests',
  'anonymity',
  'persons',
  'search-engines',
  'persona-credits',
] as const;
export type Feature = (typeof FEATURES)[number];

/** What is off in a new community until somebody wants it. */
export const OFF_AT_FIRST: readonly Feature[] = ['search-engines', 'persona-credits'];

export const FEATURE = Symbol('kundig:feature');

/**
 * Marks the root fields or routes of a feature: the guard refuses them like unknown ones while it is off. Jobs, and fields
 * of things that are there in any case, ask `Features`.
 */
export const PartOf = (feature: Feature) => SetMetadata<symbol, Feature>(FEATURE, feature);

/** What is switched on at this moment; known at once, as every request asks. Provided by the site domain. */
export abstract class Features {
  abstract isOn(feature: Feature): boolean;
}
