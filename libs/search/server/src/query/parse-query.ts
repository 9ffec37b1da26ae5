import { SEARCH_LIMITS } from '../search.limits.js';

/** A word, or several that must follow each other. */
export interface SearchTerm {
  readonly text: string;
  readonly isPhrase: boolean;
  /** Words by which the same is found, as staff has said; each may be several that must follow each other. */
  readonly alternatives?: readonly string[];
}

export const QUERY_STATES = ['solved', 'open', 'unanswered'] as const;
export type QueryState = (typeof QUERY_STATES)[number];

/** How far back posts may have been written. */
export const SEARCH_PERIODS = ['day', 'week', 'month', 'year'] as const;
export type SearchPeriod = (typeof SEARCH_PERIODS)[number];
const GERMAN_PERIODS: Partial<Record<string, SearchPeriod>> = {
  ...{ tag: 'day', woche: 'week', monat: 'month', jahr: 'year' },
};

/** A query as it was typed, taken apart. */
export interface ParsedQuery {
  /** The query, cut and cleaned. */
  readonly text: string;
  readonly terms: readonly SearchTerm[];
  /** Slug, id or name of a board. */
  readonly board?: string;
  readonly tag?: string;
  /** Nickname. */
  readonly author?: string;
  readonly state?: QueryState;
  readonly lang?: 'de' | 'en';
  readonly since?: SearchPeriod;
}

/** `name:value`, `name:"several words"`, `"a phrase"` or a word; an unclosed quotation mark reaches to the end. */
const PIECE =
  /(?:(?<operator>board|tag|author|is|lang|since|seit):)?(?:"(?<quoted>[^"]*)"?|(?<bare>[^\s"]+))/giu;
const QUOTATION_MARKS = /[„“”«»]/gu;
/** Control characters, halves of surrogate pairs, private use (our own marks) and what changes the direction of text. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Takes a query apart. Never fails: an operator that makes no sense is searched for as text, and what is beyond the
 * bounds is left out. Of an operator given twice the last one holds.
 */
export function parseQuery(input: string): ParsedQuery {
  const text = cleaned(input);
  const terms: SearchTerm[] = [];
  const operators: { -readonly [K in keyof ParsedQuery]?: ParsedQuery[K] } = {};
  for (const { groups, 0: whole } of text.matchAll(PIECE)) {
    const { operator, quoted, bare } = groups as Record<string, string | undefined>;
    const value = (quoted ?? bare ?? '').trim();
    if (operator && value !== '' && apply(operators, operator.toLowerCase(), value)) continue;
    const term = operator ? whole : value;
    if (terms.length < SEARCH_LIMITS.termsMax && HAS_LETTER_OR_DIGIT.test(term))
      terms.push({ text: term, isPhrase: quoted !== undefined && /\s/u.test(value) });
  }
  return { ...operators, text, terms };
}

function cleaned(input: string): string {
  const printable = [...input.slice(0, 4 * SEARCH_LIMITS.queryMax).normalize('NFC')]
    .slice(0, SEARCH_LIMITS.queryMax)
    .join('');
  return printable.replace(QUOTATION_MARKS, '"').replace(UNPRINTABLE, ' ').trim();
}

/** @returns false where the value is none the operator knows */
function apply(
  into: { -readonly [K in keyof ParsedQuery]?: ParsedQuery[K] },
  operator: string,
  value: string,
): boolean {
  const lower = value.toLowerCase();
  switch (operator) {
    case 'is':
      if (!QUERY_STATES.includes(lower as QueryState)) return false;
      into.state = lower as QueryState;
      return true;
    case 'lang':
      if (lower !== 'de' && lower !== 'en') return false;
      into.lang = lower;
      return true;
    case 'since':
    case 'seit': {
      const period = GERMAN_PERIODS[lower] ?? SEARCH_PERIODS.find((known) => known === lower);
      if (!period) return false;
      into.since = period;
      return true;
    }
    case 'tag':
      into.tag = lower;
      return true;
    default:
      into[operator as 'board' | 'author'] = value;
      return true;
  }
}

/**
 * The query with other spellings of some terms, everything else as it was typed.
 * @param corrections spelling by the position of the term
 * @returns null when there are none
 */
export function correctQuery(
  { text, terms }: ParsedQuery,
  corrections: ReadonlyMap<number, string>,
): string | null {
  if (corrections.size === 0) return null;
  let from = 0;
  let corrected = '';
  terms.forEach((term, position) => {
    const at = text.indexOf(term.text, from);
    corrected += text.slice(from, at) + (corrections.get(position) ?? term.text);
    from = at + term.text.length;
  });
  return corrected + text.slice(from);
}
