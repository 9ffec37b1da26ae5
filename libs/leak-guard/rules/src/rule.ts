import type { LeakKind, Span } from './finding.js';
import type { Reading } from './reading/reading.js';
import type { GuardSettings } from './settings.js';

/** What a rule found, in offsets of the reading. */
export interface Match extends Span {
  readonly kind: LeakKind;
  /** What makes two findings the same; without it, the letters and digits of the text. */
  readonly value?: string;
}

/** One way to recognise one thing. Rules are pure, and take time in proportion to the text. */
export interface Rule {
  /** Whether dates, prices, versions and the like, which look like numbers of persons, are to be left out. */
  readonly sparesHarmless?: boolean;
  find(reading: Reading, settings: GuardSettings): Iterable<Match>;
}
