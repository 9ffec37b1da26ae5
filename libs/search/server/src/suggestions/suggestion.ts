import type { Locale } from '@kundig/platform/server';

/** What a suggestion leads to. */
export type SuggestionKind = 'faq' | 'thread' | 'article' | 'board' | 'member' | 'helpPage';

/** A page that may be what somebody is typing. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly title: string;
  /** Without language prefix; of a help page its whole address, elsewhere. */
  readonly path: string;
  /** Of title and detail; null where they are in the language of the interface, and for names. */
  readonly lang: Locale | null;
  /** The beginning of an answer or solution, what a board or help page is about, or the name under which staff speaks. */
  readonly detail: string | null;
  /** Whether it is a question with a solution. */
  readonly solved: boolean;
  /** Site on which a help page stands. */
  readonly host?: string;
}

/** Bounds of suggesting; threads fill what the other kinds leave. */
export const SUGGESTION_LIMITS = {
  shown: 8,
  faq: 2,
  articles: 1,
  boards: 2,
  members: 2,
  /** Threads below the title of a question that is being written. */
  similar: 5,
  /** Letters and digits below which nothing is looked for. */
  typedMin: 2,
  /** Letters that begin a word: half of all titles hold a word that begins with two given ones. */
  beginningMin: 3,
} as const;
