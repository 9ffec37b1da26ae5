import type { Match, Rule } from '../rule.js';
import { EVERYDAY_WORDS } from './everyday-words.js';
import { spellingsOf } from './spelled-name.js';

/** Legal forms of Germany, Austria, Switzerland and the neighbours, dots and spaces left out. */
const LEGAL_FORM =
  /^(?:g?gmbh|mbh|ag|kg|kgaa|ohg|gbr|ug|se|eg|ek|ev|partg|partgmbb|gesmbh|sarl|sa|sàrl|inc|ltd|llc|plc|bv|nv|srl|spa|co|cokg|corp|haftungsbeschränkt|stiftung|&|und|and|\+)$/;
const FORM =
  '(?:g?gmbh|mbh|ag|kg|kgaa|ohg|gbr|ug|se|eg|e\\.? ?k\\.?|e\\.? ?v\\.?|ges\\.?m\\.?b\\.?h\\.?|s\\.?a\\.?r\\.?l\\.?|inc\\.?|ltd\\.?|llc|bv|co\\.?)(?![\\p{L}\\p{N}])';
const LEGAL_FORM_BEHIND = `(?:[ ,-]{1,2}${FORM}(?: ?(?:&|und|\\+)? ?${FORM}){0,3})`;
const BETWEEN = '[ &.+/-]{0,3}(?:(?:und|and)[ -]{0,1})?';
const LONGEST = 80;
/** A name of one word needs this many letters to be told from other words; the others count with their legal form. */
const SHORTEST = 4;

function expressionFor(organisation: string): RegExp | null {
  const words = organisation
    .slice(0, LONGEST)
    .toLowerCase()
    .split(/[\s,()/-]+/)
    .filter((word) => word !== '' && !LEGAL_FORM.test(word.replaceAll('.', '')));
  if (words.length === 0) return null;
  const isEveryday = words.every((word) => EVERYDAY_WORDS.has(word));
  const isPlain = words.length === 1 && (isEveryday || words[0]!.length < SHORTEST);
  const name = words.map(spellingsOf).join(isEveryday ? `(?!\\p{L})${BETWEEN}` : BETWEEN); // no *Kabelnetz*
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${name}${LEGAL_FORM_BEHIND}${isPlain ? '' : '?'}s?(?![\\p{L}\\p{N}])`,
    'gu',
  );
}

/** The author's own organisation, with or without its legal form; everyday words count with the legal form alone. */
export const ownOrganisationRule: Rule = {
  *find({ folded }, { author }): Iterable<Match> {
    for (const organisation of author.organisations) {
      const expression = expressionFor(organisation);
      if (!expression) continue;
      for (const { index, 0: all } of folded.matchAll(expression))
        yield {
          kind: 'own-organisation',
          start: index,
          end: index + all.length,
          value: organisation.toLowerCase(),
        };
    }
  },
};
