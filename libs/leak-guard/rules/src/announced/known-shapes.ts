import type { LeakKind } from '../finding.js';
import type { Match, Rule } from '../rule.js';

/** Numbers whose letters in front say what they are, as the usual service desks and customer files write them. */
const SHAPES: readonly { readonly kind: LeakKind; readonly shape: RegExp }[] = [
  {
    kind: 'ticket-number',
    shape:
      /(?<![\p{L}\p{N}-])(?:inc|tck|chg|crq|pbi|ritm|req|prb|sctask|task|cs|im|wo|re|rma|sr)-?[0-9]{6,10}(?![\p{L}\p{N}]|-[0-9])/gu,
  },
  {
    kind: 'ticket-number',
    shape: /(?<![\p{L}\p{N}-])(?:inc|tck|tkt|tic|sup|supp|itsm)-?[0-9]{4,5}(?![\p{L}\p{N}]|-[0-9])/gu,
  },
  {
    kind: 'ticket-number',
    shape: /(?<![\p{L}\p{N}-])(?:po|sr)[ :#-]{1,2}[0-9][0-9-]{4,12}[0-9](?![\p{L}\p{N}]|-[0-9])/gu,
  },
  { kind: 'customer-number', shape: /(?<![\p{L}\p{N}-])kd[-.]?[0-9]{5,10}(?![\p{L}\p{N}]|-[0-9])/gu },
  { kind: 'customer-number', shape: /(?<=(?<![\p{L}\p{N}-])gp[ :.#-]{1,2})[0-9]{7,10}(?![\p{L}\p{N}])/gu },
  { kind: 'contract-number', shape: /(?<=(?<![\p{L}\p{N}-])vk[ :.#-]{1,2})[0-9]{8,12}(?![\p{L}\p{N}])/gu },
  {
    kind: 'contract-number',
    shape:
      /(?<![\p{L}\p{N}-])(?:vk|rv|wv|mv)[-. ][0-9]{2,4}[-. ][0-9]{4,6}(?:[-. ][0-9]{2,4})?(?![\p{L}\p{N}]|[-.:,][0-9])/gu,
  },
  { kind: 'ticket-number', shape: /(?<=\[)#[0-9]{5,12}(?=\])/gu }, // in the subject of a mail
];

/** Numbers of tickets and customers that need no word to announce them. */
export const knownShapeRule: Rule = {
  *find({ folded }): Iterable<Match> {
    for (const { kind, shape } of SHAPES)
      for (const { index, 0: all } of folded.matchAll(shape))
        yield { kind, start: index, end: index + all.length };
  },
};
