import { EVERYDAY_WORDS } from '../people/everyday-words.js';
import { spellingsOf } from '../people/spelled-name.js';
import type { Match, Rule } from '../rule.js';
import { isFreeMailDomain, registeredDomain } from './domains.js';

/** A domain without its ending tells as much when it has this many letters. */
const SHORTEST_LABEL = 6;
const LONGEST = 253;

/** The author's own mail domain with everything below it, and its name without the ending. */
export const ownDomainRule: Rule = {
  *find({ folded }, { author }): Iterable<Match> {
    for (const domain of author.mailDomains.map((name) => registeredDomain(name.slice(0, LONGEST)))) {
      const [label = ''] = domain.split('.');
      if (isFreeMailDomain(domain) || label === '') continue;
      const tells = label.length >= SHORTEST_LABEL && !EVERYDAY_WORDS.has(label);
      const forms = [
        `(?:[\\p{L}\\p{N}-]{1,63}\\.){0,4}${spellingsOf(domain)}`,
        ...(tells ? [spellingsOf(label)] : []),
      ];
      const expression = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
      for (const { index, 0: all } of folded.matchAll(expression))
        yield { kind: 'own-domain', start: index, end: index + all.length, value: domain };
    }
  },
};
