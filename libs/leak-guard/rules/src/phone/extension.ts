import type { Match, Rule } from '../rule.js';

const EXTENSION =
  /(?<!\p{L})(?:durchwahl|dw\.?|extension)[ :]{0,2}-? ?(?<digits>[0-9]{2,5})(?![\p{L}\p{N}]|[-./: ] ?[0-9]|[,%])/gu;

/** An extension alone, *Durchwahl 12*: whoever knows the company can call it. */
export const extensionRule: Rule = {
  *find({ folded }): Iterable<Match> {
    for (const { index, 0: all, groups } of folded.matchAll(EXTENSION))
      yield { kind: 'phone', start: index + all.length - groups!.digits!.length, end: index + all.length };
  },
};
