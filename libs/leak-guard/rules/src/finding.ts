/** Hard kinds: the author is asked once before a text is sent. */
const HARD_KINDS = [
  'secret',
  'mail',
  'phone',
  'iban',
  'card',
  'tax-number',
  'vat-number',
  'customer-number',
  'contract-number',
  'ticket-number',
  'identity-number',
  'own-name',
  'own-organisation',
  'own-domain',
] as const;

/** Soft kinds: underlined, and only in an anonymous post. */
const SOFT_KINDS = ['host', 'ip', 'mac', 'serial-number', 'greeting', 'signature'] as const;

/** What a finding may be, hard kinds first. Counters, switches and translated words go by these names. */
export const LEAK_KINDS = [...HARD_KINDS, ...SOFT_KINDS] as const;

export type LeakKind = (typeof LEAK_KINDS)[number];

/** How firmly the author is asked. */
export type Hardness = 'hard' | 'soft';

const soft: ReadonlySet<LeakKind> = new Set(SOFT_KINDS);

/** @returns how firmly the author is asked about a kind */
export const hardnessOf = (kind: LeakKind): Hardness => (soft.has(kind) ? 'soft' : 'hard');

/** A stretch of text, in UTF-16 code units: `start` is the first unit, `end` the one after the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in the Markdown source that may tell who wrote it. */
export interface Finding extends Span {
  readonly kind: LeakKind;
  readonly hardness: Hardness;
  /**
   * The same for the same value however it is spelled and wherever it stands, so that *leave it* can be remembered
   * while a text is written. It is a short hash, which gives phone numbers away: never keep it longer than the text.
   */
  readonly key: string;
}
