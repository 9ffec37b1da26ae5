import type { Match, Rule } from '../rule.js';
import { mayBeName, NAME } from './person-words.js';

const TITLES =
  '(?:(?:Herrn?|Frau|Hr\\.|Fr\\.|Mr\\.?|Mrs\\.?|Ms\\.?|Miss|Kollege|Kollegin) {1,2})(?:(?:Dr|Prof|Dipl|Ing|Mag)\\.?[ -]?){0,3}';
const WORDS =
  '[Hh]allo|[Hh]i|[Hh]ey|[Mm]oin|[Ss]ervus|[Gg]rüezi|[Gg]r(?:üß|uess) (?:[Dd]ich|[Gg]ott)|[Gg]uten (?:[Tt]ag|[Mm]orgen|[Aa]bend)|[Ll]ieber?|[Dd]ear|[Hh]ello|[Gg]ood morning|' +
  '[Dd]anke|[Vv]ielen [Dd]ank|[Tt]hanks|[Tt]hank you';
/** With a title a name may stand anywhere, without one behind a greeting at the start of a line or sentence. */
const TITLED = new RegExp(`(?<![\\p{L}\\p{N}@])${TITLES}(?<name>${NAME}(?: ${NAME}){0,2})`, 'gu');
const GREETED = new RegExp(
  `(?:^|(?<=[.!?] )|(?<=\\n[ >]{0,4}))(?:${WORDS}),? (?<name>${NAME}(?: ${NAME})?)(?=[ ,.!?:;\\n-]|$)(?! \\p{Ll})`,
  'gu',
);

/** Greetings with the name of a person, and persons with a title. */
export const greetingRule: Rule = {
  *find({ text }): Iterable<Match> {
    for (const expression of [TITLED, GREETED])
      for (const { index, 0: all, groups } of text.matchAll(expression)) {
        const name = groups!.name!;
        if (!mayBeName(name.split(' ')[0]!)) continue;
        const end = index + all.length;
        yield { kind: 'greeting', start: end - name.length, end };
      }
  },
};
