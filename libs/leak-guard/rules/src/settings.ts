import type { LeakKind } from './finding.js';

/** What the guard knows of the person who writes; nothing of it leaves the call. */
export interface Author {
  /** Names by which they are known, such as `Anna Maria Schmidt`. */
  readonly names: readonly string[];
  /** Domain of their mail address. Those at which anybody has an address are ignored. */
  readonly mailDomains: readonly string[];
  readonly organisations: readonly string[];
}

/** A number the operator hands out, described in the language of `compilePattern`, such as `KD-######`. */
export interface OperatorPattern {
  readonly kind: LeakKind;
  readonly pattern: string;
}

/** What the operator says about themselves and about their customers' numbers. */
export interface Operator {
  readonly patterns: readonly OperatorPattern[];
  /** Public numbers of the operator, in any spelling. */
  readonly hotlines: readonly string[];
  /** Domains of the operator; everything below them is meant as well. */
  readonly domains: readonly string[];
}

/** Everything a look at a text depends on, besides the text. */
export interface GuardSettings {
  readonly author: Author;
  readonly operator: Operator;
  /** Kinds the operator has switched off. */
  readonly off: readonly LeakKind[];
}

/** Somebody of whom nothing is known. */
export const ANYBODY: Author = { names: [], mailDomains: [], organisations: [] };

/** Nobody in particular writes, and the operator has said nothing. */
export const PLAIN_SETTINGS: GuardSettings = {
  author: ANYBODY,
  operator: { patterns: [], hotlines: [], domains: [] },
  off: [],
};
