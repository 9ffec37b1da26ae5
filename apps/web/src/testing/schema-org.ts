/**
 * The part of the vocabulary of schema.org that our pages use: each type with what it extends and what its properties hold.
 * Taken from https://schema.org (CC BY-SA 3.0, https://schema.org/docs/terms.html).
 */
const VOCABULARY: Record<string, { extends?: string; properties: Record<string, readonly string[]> }> = {
  Thing: {
    properties: {
      name: ['Text'],
      url: ['URL'],
      description: ['Text'],
      image: ['URL'],
      mainEntityOfPage: ['CreativeWork', 'URL'],
      potentialAction: ['Action'],
    },
  },
  CreativeWork: {
    extends: 'Thing',
    properties: {
      headline: ['Text'],
      text: ['Text'],
      inLanguage: ['Text'],
      datePublished: ['DateTime'],
      dateCreated: ['DateTime'],
      dateModified: ['DateTime'],
      commentCount: ['Integer'],
      keywords: ['Text'],
      author: ['Organization', 'Person'],
      mainEntity: ['Thing'],
      creditText: ['Text'],
      isBasedOn: ['CreativeWork', 'URL'],
      license: ['CreativeWork', 'URL'],
    },
  },
  WebPage: { extends: 'CreativeWork', properties: {} },
  QAPage: { extends: 'WebPage', properties: {} },
  FAQPage: { extends: 'WebPage', properties: {} },
  WebSite: { extends: 'CreativeWork', properties: {} },
  Comment: { extends: 'CreativeWork', properties: { upvoteCount: ['Integer'] } },
  Question: {
    extends: 'Comment',
    properties: { acceptedAnswer: ['Answer'], suggestedAnswer: ['Answer'], answerCount: ['Integer'] },
  },
  Answer: { extends: 'Comment', properties: {} },
  Article: { extends: 'CreativeWork', properties: {} },
  SocialMediaPosting: { extends: 'Article', properties: {} },
  DiscussionForumPosting: { extends: 'SocialMediaPosting', properties: {} },
  BlogPosting: { extends: 'SocialMediaPosting', properties: {} },
  ItemList: { extends: 'Thing', properties: { itemListElement: ['ListItem'] } },
  BreadcrumbList: { extends: 'ItemList', properties: {} },
  ListItem: { extends: 'Thing', properties: { position: ['Integer'], item: ['Thing', 'URL'] } },
  Action: { extends: 'Thing', properties: { target: ['EntryPoint', 'URL'] } },
  // `query-input` says how `query` is filled: https://schema.org/docs/actions.html
  SearchAction: { extends: 'Action', properties: { query: ['Text'], 'query-input': ['Text'] } },
  EntryPoint: { extends: 'Thing', properties: { urlTemplate: ['Text'] } },
  Person: { extends: 'Thing', properties: { jobTitle: ['Text'] } },
};

/** What a thing cannot go without to be of use to search engines. */
const NEEDED: Record<string, readonly string[]> = {
  Question: ['name'],
  Answer: ['text'],
  DiscussionForumPosting: ['headline', 'text', 'datePublished', 'url'],
  BlogPosting: ['headline', 'datePublished'],
  ListItem: ['position', 'name', 'item'],
  QAPage: ['mainEntity'],
  FAQPage: ['mainEntity'],
  WebSite: ['name', 'url'],
};

const DATA_TYPES: Record<string, (value: unknown) => boolean> = {
  Text: (value) => typeof value === 'string' && value.trim() !== '',
  URL: (value) => typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value),
  DateTime: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !isNaN(Date.parse(value)),
  Integer: (value) => Number.isInteger(value) && (value as number) >= 0,
};

type Described = Readonly<Record<string, unknown>>;

/**
 * Compares structured data with the vocabulary.
 * @param path where the thing stands, for the answer
 * @returns what is wrong, in words; nothing where all is well
 */
export function schemaOrgProblems(thing: Described, path = ''): string[] {
  const type = String(thing['@type']);
  const here = `${path}/${type}`;
  if (!VOCABULARY[type]) return [`${here}: no type that our pages use`];
  const missing = (NEEDED[type] ?? []).filter((property) => thing[property] === undefined);
  return [
    ...missing.map((property) => `${here}: ${property} is missing`),
    ...Object.entries(thing).flatMap(([property, value]) => {
      if (property === '@type' || value === undefined) return [];
      const range = rangeOf(type, property);
      if (!range) return [`${here}: has no property ${property}`];
      return [value].flat().flatMap((each) => problemsOfValue(each, range, `${here}.${property}`));
    }),
  ];
}

const rangeOf = (type: string, property: string): readonly string[] | undefined => {
  const { properties, extends: parent } = VOCABULARY[type]!;
  return properties[property] ?? (parent ? rangeOf(parent, property) : undefined);
};

const isA = (type: string, wanted: string): boolean => {
  const parent = VOCABULARY[type]?.extends;
  return type === wanted || (parent !== undefined && isA(parent, wanted));
};

function problemsOfValue(value: unknown, range: readonly string[], path: string): string[] {
  if (typeof value === 'object' && value !== null) {
    const type = String((value as Described)['@type']);
    if (!range.some((wanted) => isA(type, wanted)))
      return [`${path}: ${type} is none of ${range.join(', ')}`];
    return schemaOrgProblems(value as Described, path);
  }
  return range.some((wanted) => DATA_TYPES[wanted]?.(value))
    ? []
    : [`${path}: ${JSON.stringify(value)} is none of ${range.join(', ')}`];
}
