import { escaped } from '../expression.js';
import type { Match, Rule } from '../rule.js';

/** Why a pattern was refused. */
export type PatternProblem = 'empty' | 'too-long' | 'too-general' | 'unfinished' | 'too-many-repeats';

/** A pattern that an operator wrote cannot be used. */
export class InvalidPattern extends Error {
  constructor(readonly problem: PatternProblem) {
    super(`A number pattern is ${problem}.`);
  }
}

/** Signs of the pattern language that stand for others, each with what it finds. */
const SIGNS: Readonly<Record<string, string>> = {
  '#': '[0-9]',
  '@': '\\p{L}',
  '?': '[\\p{L}0-9]',
};
const LONGEST_PATTERN = 64;
const MOST_REPEATS = 20;
/** Characters a number has at least; with fewer, words and years would be found. */
const FEWEST_CHARACTERS = 4;
const FEWEST_DIGITS = 2;
const REPEATS = /\{(\d{1,2})(?:,(\d{1,2}))?\}/y;
const SEPARATOR = /[-./_ ]/;

/** One sign or character of a pattern with what belongs to it. */
interface Part {
  /** What it finds, as an expression. */
  readonly source: string;
  /** Code units it takes in the pattern. */
  readonly length: number;
  /** Characters, and among them digits, that it finds at least; separators do not count. */
  readonly characters: number;
  readonly digits: number;
}

/** A sign of the pattern language with its repeats. */
function signAt(pattern: string, index: number, found: string): Part {
  REPEATS.lastIndex = index + 1;
  const repeats = REPEATS.exec(pattern);
  const fewest = repeats ? Number(repeats[1]) : 1;
  const most = repeats ? Number(repeats[2] ?? repeats[1]) : 1;
  if (fewest < 1 || most < fewest || most > MOST_REPEATS) throw new InvalidPattern('too-many-repeats');
  return {
    source: `${found}{${fewest},${most}}`,
    length: 1 + (repeats?.[0].length ?? 0),
    characters: fewest,
    digits: pattern[index] === '#' ? fewest : 0,
  };
}

function partAt(pattern: string, index: number): Part {
  const character = pattern[index]!;
  const found = SIGNS[character];
  if (found) return signAt(pattern, index, found);
  if (SEPARATOR.test(character)) return { source: '[-./_ ]?', length: 1, characters: 0, digits: 0 };
  const isEscaped = character === '\\';
  const literal = isEscaped ? pattern[index + 1] : character;
  if (literal === undefined) throw new InvalidPattern('unfinished');
  return {
    source: escaped(literal.toLowerCase()),
    length: isEscaped ? 2 : 1,
    characters: 1,
    digits: /[0-9]/.test(literal) ? 1 : 0,
  };
}

/**
 * Turns an operator's description of their numbers into an expression: `#` is a digit, `@` a letter, `?` either,
 * `{6}` and `{6,8}` behind one of them say how often, a backslash takes the next character as it is, and everything else
 * stands for itself, capital or small. Separators may be missing or be others in a text. The expression has no
 * unbounded part, so that no text makes it slow.
 * @param pattern such as `KD-######` or `V#{8,10}`
 * @returns an expression for folded text
 * @throws InvalidPattern
 */
export function compilePattern(pattern: string): RegExp {
  if (pattern.trim() === '') throw new InvalidPattern('empty');
  if (pattern.length > LONGEST_PATTERN) throw new InvalidPattern('too-long');
  let [source, characters, digits] = ['', 0, 0];
  for (let index = 0; index < pattern.length;) {
    const part = partAt(pattern, index);
    source += part.source;
    characters += part.characters;
    digits += part.digits;
    index += part.length;
  }
  if (characters < FEWEST_CHARACTERS || digits < FEWEST_DIGITS) throw new InvalidPattern('too-general');
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'gu');
}

/** Numbers in the operator's own patterns, wherever they stand. */
export const operatorPatternRule: Rule = {
  *find({ folded }, { operator }): Iterable<Match> {
    for (const { kind, pattern } of operator.patterns)
      for (const { index, 0: all } of folded.matchAll(compilePattern(pattern)))
        yield { kind, start: index, end: index + all.length };
  },
};
