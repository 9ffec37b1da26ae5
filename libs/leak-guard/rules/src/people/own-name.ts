import type { Match, Rule } from '../rule.js';
import { EVERYDAY_WORDS } from './everyday-words.js';
import { spellingsOf } from './spelled-name.js';

const TITLE = /^(?:dr|prof|dipl|ing|mag|bsc|msc|med|jur|rer|nat|phil|hc|mba|ra|herrn?|frau|mr|mrs|ms)\.?$/;
const PARTICLE = /^(?:von|van|vom|zu|zum|zur|de|der|den|del|di|da|du|la|le|el|al|bin|ibn|ter|ten)$/;
const ADDRESSED = '(?:herrn?|frau|hr\\.|fr\\.|mr\\.?|mrs\\.?|ms\\.?|dr\\.?|prof\\.?|familie)';
const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = "(?:['’]?s)?(?![\\p{L}\\p{N}])";
const BETWEEN = '[ ._-]{1,3}';
/** Names are taken up to this length, so that the expression stays small. */
const LONGEST = 80;

/** First names, and the family name with its particles. */
function partsOf(name: string): { first: string[]; family: string } | null {
  const words = name
    .slice(0, LONGEST)
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '' && !TITLE.test(word));
  if (words.length === 0) return null;
  let at = words.length - 1;
  while (at > 1 && PARTICLE.test(words[at - 1]!)) at -= 1;
  return { first: words.slice(0, at), family: words.slice(at).join(' ') };
}

/** Every form of a name that tells who somebody is, the longest first. */
function formsOf(name: string): string[] {
  const parts = partsOf(name);
  if (!parts) return [];
  const family = parts.family.split(' ').map(spellingsOf).join('[ -]');
  const forms = parts.first.flatMap((first) => {
    const initial = spellingsOf([...first][0]!);
    // Without its stop an initial is a word: *a young engineer* is no Anna Young.
    if (first.length === 1) return [`${initial}\\.${BETWEEN}?${family}`, `${family}, ?${initial}\\.`];
    const others = `(?:${BETWEEN}[\\p{L}.-]{1,20}){0,2}`;
    return [
      `${spellingsOf(first)}${others}${BETWEEN}${family}`,
      `${family},?${BETWEEN}${spellingsOf(first)}`,
      `${initial}\\.${BETWEEN}?${family}`,
    ];
  });
  forms.push(`${ADDRESSED} (?:${ADDRESSED} ){0,2}${family}`);
  if (parts.family.length >= 4 && !EVERYDAY_WORDS.has(parts.family)) forms.push(family);
  return forms;
}

/** The author's own name: whole, turned round, with an initial or a title, and the family name alone where it is no everyday word. */
export const ownNameRule: Rule = {
  *find({ folded }, { author }): Iterable<Match> {
    for (const name of author.names) {
      const forms = formsOf(name);
      if (forms.length === 0) continue;
      const expression = new RegExp(`${BEFORE}(?:${forms.join('|')})${AFTER}`, 'gu');
      for (const { index, 0: all } of folded.matchAll(expression))
        yield { kind: 'own-name', start: index, end: index + all.length, value: name.toLowerCase() };
    }
  },
};
