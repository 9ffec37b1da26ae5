import type { Match, Rule } from '../rule.js';
import { isStandIn } from './looks-secret.js';

/** *Passwörter: Empfang Tulpe1, Lager Nelke2*, *folgende Kennwörter probiert: Anker1, Anker2 und Anker3*: to the end of the line. */
const LIST =
  /(?:passwörter|kennwörter|passwords|zugangsdaten|(?<!\p{L})logins)(?: (?!regeln?|vorgabe)[\p{L}-]{2,16}){0,4} ?: ?(?<entries>[^\n]{8,240})/gu;
const ENTRY = /(?<![^\s,;(„"“/])[^\s,;/„“"()]{5,32}/gu;
/** A word and a number, or letters, digits and signs: nothing else stands in such a list but names and what they are for. */
const PASSWORD = /^(?=.*\p{L})(?=.*[0-9])[\p{L}\p{N}!#$%&*§+_.-]+$/u;
/** Devices and programs that have passwords: *Passwörter: TP1200, KTP700, Windows11*. */
const DEVICE =
  /^(?:\p{Lu}{2,6}[-_]?[0-9]+\p{L}?|(?:[Ww]indows|[Ss]erver|[Oo]ffice|[Oo]utlook|[Ee]xchange|SQL|i[Pp]hone|iOS|[Aa]ndroid|[Ff]ritz!?[Bb]ox|[Pp]anel|[Vv]ersion|[Hh]alle|[Ll]evel|[Ss]tufe|[Ee]bene|web|mail|user|kunde|scan|benutzer|lager|client|pc)[-_.]?[0-9]+|[0-9]+[-.]?\p{L}+)$/u;

/** Passwords in lists behind the plural of the word, with or without the names they belong to. */
export const listedSecretRule: Rule = {
  sparesHarmless: true,
  *find({ text, folded }): Iterable<Match> {
    for (const { index, 0: all, groups } of folded.matchAll(LIST)) {
      const from = index + all.length - groups!.entries!.length;
      for (const { index: at, 0: entry } of text.slice(from, index + all.length).matchAll(ENTRY)) {
        const value = entry.replace(/[.:?]+$/, '');
        const start = from + at;
        if (PASSWORD.test(value) && !DEVICE.test(value) && !isStandIn(value))
          yield { kind: 'secret', start, end: start + value.length };
      }
    }
  },
};
