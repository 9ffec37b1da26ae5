/** What a suggestion leads to. */
export type SuggestionKind = 'faq' | 'thread' | 'article' | 'board' | 'member';

/** A page that may be what somebody is typing. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly title: string;
  /** Without language prefix. */
  readonly path: string;
  /** The beginning of an answer or solution, what a board is about, or the name under which staff speaks. */
  readonly detail: string | null;
  /** Whether it is a question with a solution. */
  readonly solved: boolean;
}

/** Bounds of suggesting; threads fill what the other kinds leave. */
export const SUGGESTION_LIMITS = {
  shown: 8,
  faq: 2,
  articles: 1,
  boards: 2,
  members: 2,
  /** Letters and digits below which nothing is looked for. */
  typedMin: 2,
} as const;
