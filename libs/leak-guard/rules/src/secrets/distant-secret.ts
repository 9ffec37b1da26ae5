import type { Match, Rule } from '../rule.js';
import { looksSecret } from './looks-secret.js';
import { isProduct } from './product.js';

/** Words behind which, in the same sentence, a password may stand apart from them. */
const SECRET_WORD =
  /(?:pa(?:ss|ß) ?wor[td]|kennwor[td]|passphrase|schlüssel|freischaltcode|zugangscode|psk|(?<!\p{L})(?:pw|pwd|key|token|secret)(?!\p{L}))/gu;
/** How far behind its word. */
const REACH = 90;
/** How far before a word the verb may begin. */
const REACH_OF_VERB = 40;
const END_OF_SENTENCE = /[!?]\s|\.\s(?!\d)|\n/;
/** *Ich gebe secret ein*, *mit secret komme ich nicht rein*: the verb says that the next word is what one types. */
const TYPED =
  /(?:(?:gebe?n?|gab(?:en)?|tippe?n?|tippte|nehmen?|nutze?n?|verwende?n?|benutze?n?|trage?n?|probiere?n?|versuche?n?|eingegeben|getippt|verwendet|benutzt|used?|typed?|enter(?:ed)?|tried)(?: (?:ich|wir|i|we))?(?: (?:immer|dann|jetzt|hier|dort|da|es|dafür|habe?n?|hab|mit|always))*|(?<!\p{L})(?:mit|with)) $/u;
/** *Unser bisheriges Fraese7 geht nicht mehr*: an old or new one, said of what stood in the sentence before. */
const OWNED =
  /(?<!\p{L})(?:mein|unser|ihr|euer|das|my|our|the) ?(?:e[nrs]?)? (?:bisherige|alte|aktuelle|jetzige|vorherige|neue|old|current|previous|new)[nrs]? $/u;
const QUOTES = /^["'„“”‚‘»«›‹(]+|["'“”‘’»«›‹).,;:!?]+$/g;

/** Whether a word was drawn by a machine: *9f41c07be2d84a6db35e18f07ac2964d*. */
const isDrawn = (word: string): boolean =>
  /^[0-9a-zA-Z_-]{20,128}$/.test(word) && (word.match(/[0-9]+/g)?.length ?? 0) >= 4 && /[a-zA-Z]/.test(word);

/**
 * Whether a word is put together as people and machines make passwords, and no sentence, device or standard is: digits
 * between letters of both sizes, or with signs among them, or twelve digits and more in one piece.
 */
function isTangled(word: string): boolean {
  if (/^[0-9]{12,}$/.test(word) || isDrawn(word)) return true;
  if (word.length < 7 || /^(?:https?|www|ftp|sips?|fritz!):?|[/\\@]|\.[a-z]{2,4}$/i.test(word)) return false;
  const hasBothSizes = /\p{Ll}/u.test(word) && /\p{Lu}/u.test(word);
  const hasSign = /[!#$%&*+=?^~§_]/.test(word);
  const changes = word.match(/[0-9]+|\p{Ll}+|\p{Lu}+|[^\p{L}0-9]/gu)?.length ?? 0;
  return (
    /[0-9]/.test(word) &&
    ((hasBothSizes && changes >= 4 && /[0-9]\p{L}/u.test(word)) || (hasSign && /\p{L}/u.test(word)))
  );
}

/** Passwords and keys that stand apart from the word for them, known by how they are put together. */
export const distantSecretRule: Rule = {
  sparesHarmless: true,
  *find({ text, folded }): Iterable<Match> {
    let done = 0;
    for (const { index, 0: all } of folded.matchAll(SECRET_WORD)) {
      const from = Math.max(done, index + all.length);
      const rest = text.slice(from, index + all.length + REACH);
      const end = END_OF_SENTENCE.exec(rest)?.index ?? rest.length;
      for (const { index: at, 0: word } of rest.matchAll(/(?<=\s)\S+/g)) {
        if (from + at + word.length === index + all.length + REACH) break; // cut off
        const before = folded.slice(Math.max(0, from + at - REACH_OF_VERB), from + at);
        const isOwned = OWNED.test(before) && /\p{Ll}/u.test(word);
        if (at > end && !isOwned && !isDrawn(word)) continue;
        const opening = /^["'„“”‚‘»«›‹(]*/.exec(word)![0].length;
        const value = word.replace(QUOTES, '');
        const start = from + at + opening;
        const isTyped = /\p{L}/u.test(value) && TYPED.test(before);
        if (!looksSecret(value, false) || isProduct(value) || !(isTyped || isOwned || isTangled(value)))
          continue;
        yield { kind: 'secret', start, end: start + value.length };
        break;
      }
      done = from + end;
    }
  },
};
