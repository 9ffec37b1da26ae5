export { compilePattern, InvalidPattern, type PatternProblem } from './announced/operator-pattern.js';
export { findLeaks } from './find-leaks.js';
export { type Finding, type Hardness, hardnessOf, LEAK_KINDS, type LeakKind, type Span } from './finding.js';
export { hide, type HidingWords } from './hide.js';
export { authorOfMail } from './people/author-of-mail.js';
export {
  ANYBODY,
  type Author,
  type GuardSettings,
  type Operator,
  type OperatorPattern,
  PLAIN_SETTINGS,
} from './settings.js';
