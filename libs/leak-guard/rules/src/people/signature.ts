import type { Match, Rule } from '../rule.js';
import { mayBeName, NAME } from './person-words.js';

const CLOSING =
  '(?:mit |viele |vielen |beste |besten |liebe |schöne |herzliche |kollegiale |sonnige )?(?:freundlichen? |freundlichem )?gr(?:ü|ue|u)(?:ß|ss)(?:en?)?|' +
  'mfg|lg|vg|bg|hochachtungsvoll|(?:best |kind |warm )?regards|cheers|(?:yours )?sincerely|yours(?: faithfully)?|thanks|thx|danke|gez\\.|i\\. ?a\\.';
/** A closing formula, perhaps with a place, up to where a name would stand. */
const CLOSED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${CLOSING})(?: aus (?:dem |der )?[\\p{L}-]{2,30}(?: [\\p{L}-]{2,30})?)?[ ,.!\\t]{0,3}(?:\\n[ \\t]*){0,3}(?:-{1,2} ?)?(?=\\p{L})`,
  'gu',
);
/** A name with nothing behind it in its line but a function or a company. */
const SIGNED = new RegExp(
  `(?:(?:Dr|Prof)\\.? ){0,2}${NAME}(?: (?:\\p{Lu}\\.|${NAME}|von|van|de|zu|der)){0,3}(?=[ \\t]{0,4}(?:[,.|(!]|\\n|$))`,
  'uy',
);

/** The name behind a closing formula: *Mit freundlichen Grüßen, Anna Schmidt*. */
export const signatureRule: Rule = {
  *find({ text, folded }): Iterable<Match> {
    for (const { index, 0: closing } of folded.matchAll(CLOSED)) {
      SIGNED.lastIndex = index + closing.length;
      const name = SIGNED.exec(text)?.[0];
      if (name && mayBeName(name.split(/[ .]/)[0]!))
        yield { kind: 'signature', start: index + closing.length, end: index + closing.length + name.length };
    }
  },
};
