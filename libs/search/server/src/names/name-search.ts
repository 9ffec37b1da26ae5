import type { KnownBoard } from '@kundig/forum/server';
import type { SearchTerm } from '../query/parse-query.js';

/** What boards and members are looked for by. */
export interface NameSearch {
  readonly terms: readonly SearchTerm[];
  /** Boards the viewer may read or knows of, in display order. Never absent: this is the right to see them. */
  readonly known: readonly KnownBoard[];
  /** Spellings that come near are good enough: the words stand nowhere as they were typed. */
  readonly mayBeMisspelt: boolean;
}

/** Bounds of looking for names. */
export const NAME_LIMITS = {
  /** Boards, and members, that stand above the threads. */
  shown: 3,
  /** Letters of a word that is found within others, as in posts. */
  shortestPart: 5,
  shortestTypo: 4,
  /** Least trigram similarity of a name that was probably meant: two letters that changed places in nine. */
  leastLikeness: 0.4,
  /** Characters of a name; one letter would list half the community, and a sentence is nobody's name. */
  nameMin: 2,
  nameMax: 80,
} as const;

const MARKS_AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** @returns a word or name without the marks around it: `@Kranich42`, `Telefonie?` */
export const withoutMarksAround = (text: string): string => text.replace(MARKS_AROUND, '');
