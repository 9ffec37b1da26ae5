import type { Match, Rule } from '../rule.js';
import { isChosenWord } from './looks-secret.js';

const WORD =
  '(?:pa(?:ss|ß)wor[dt]|kennwor[dt]|passphrase|losungswort|codewort|wlan-?schlüssel|(?<!\\p{L})(?:pw|pwd|psk))';
/** One word as people choose it, with a number behind it or not. */
const CHOSEN = '(?<value>\\p{L}{5,24}(?: ?[0-9]{2,4}(?![\\p{L}\\p{N}%]|[.,:-][0-9]))?)';
const OPENING = '["\'„“”‚‘»«›‹]?';
const STILL = '(?:immer|weiterhin|noch|nun|jetzt|bisher|früher|einfach|always|still|now)';
/** *Das FTP-Passwort ist Apfelmus*, *mit dem Passwort Rosenkohl*, *Kennwort Regenbogen, …*, *Passwort (Kirschkern)*. */
const BEHIND = new RegExp(
  `(?<before>(?<!\\p{L})(?:mit (?:de[mr]|meine[mr]|unsere[mr]) )?[\\p{L}0-9-]{0,20}?)${WORD}` +
    `(?<link> {1,2}(?:(?:ist|war|wäre|bleibt|blieb|heißt|is|was) (?:${STILL} )?)?| ?[:=] ?| \\()${OPENING}${CHOSEN}(?!\\p{L})`,
  'gu',
);
/** *Als Passwort habe ich Zwetschge genommen*, *das Kennwort auf Bergziege gesetzt*. */
const TAKEN = new RegExp(
  `${WORD} (?:(?:haben?|hab|hatten?|nahm|nehme) (?:ich|wir|sie|er) |auf )${OPENING}${CHOSEN}["“”»«]? (?:genommen|gewählt|gesetzt|geändert|eingestellt|vergeben|eingetragen|verwendet|benutzt)(?!\\p{L})`,
  'gu',
);
/** *FTP-Zugang: web12 / Seestern*, *melde mich mit buero und Tulpe99 an*: behind a name that a person or program bears there. */
const WITH_NAME = new RegExp(
  `(?:zugang|zugangsdaten|logindaten|anmeldedaten|anmeldung|login|credentials|panel|portal|ftp|logge|melde|benutzer|nutzer|user)(?:[ :=]{1,3}[\\p{L}-]{1,20}){0,3}[ :=]{1,3}(?<name>[^\\s/|,:]{2,40})(?: ?[/|,] ?| und | mit | and | with )${OPENING}${CHOSEN}(?!\\p{L})`,
  'gu',
);
/** What follows a password in German as a part of its name, and what is said of it. */
const NO_VALUE =
  /^(?:manager|safe|tresor|richtlinien?|regeln?|policy|reset|dialog|feld|felder|eingabe|abfrage|generator|hinweis|hash|hashes|länge|ablauf|ablaufdatum|wechsel|schutz|maske|seite|mail|mails|link|links|liste|app|apps|speicher|verlauf|datei|dateien|zettel|brief|fehler|fehlermeldung|meldung|hilfe|portal|server|router|konto|kunden?|benutzer|nutzer|admins?|zurücksetzen|ändern|vergessen|pflicht|sache|teil|standard|voraussetzung|mist|unsinn|quatsch|käse|tabu|thema|geschichte|vergangenheit|grund|problem|ursache|schuld|glück|zufall|sinn|zeichen|sonderzeichen|buchstaben|ziffern|zahlen|wörter|stellen|minuten|stunden|tagen?|wochen|monaten?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|april|august|september|oktober|november|dezember|gestern|heute|morgen|firmware|version|windows|outlook|exchange|office|teams|android|iphone|welle|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|zwölf)$/u;
/** What nobody writes but as the name of an account: a digit, an underline, or a mail address in it. */
const IS_NAME = /^(?:admin|root|gast|guest|info|office|(?=.*[0-9_@])\p{Ll}.*)$/u;
/** Whether nothing follows that would make a sentence of the word. */
const ENDS = /^["“”»«')\]]{0,2}(?:[.,;!?)]|\s*$|[ \t]*\n)/;

/** Passwords that are a word of every day, of which nothing but how they are told says that they are one. */
export const chosenWordRule: Rule = {
  sparesHarmless: true,
  *find({ text, folded }): Iterable<Match> {
    for (const expression of [BEHIND, TAKEN, WITH_NAME])
      for (const { index, 0: all, groups } of folded.matchAll(expression)) {
        const value = groups!.value!;
        const start = index + all.lastIndexOf(value);
        const [word = '', number] = text.slice(start, start + value.length).split(/(?<=\p{L}) ?(?=[0-9])/u);
        if (!/^\p{Lu}\p{Ll}+$/u.test(word) || NO_VALUE.test(word.toLowerCase()) || !isChosenWord(word))
          continue;
        const link = groups!.link ?? '';
        const rest = text.slice(start + value.length, start + value.length + 8);
        const name = groups!.name;
        if (
          name !== undefined &&
          !IS_NAME.test(text.slice(index + all.indexOf(name), index + all.indexOf(name) + name.length))
        )
          continue;
        const isTold =
          expression === TAKEN ||
          number !== undefined ||
          (link.trim() === ''
            ? (groups!.before ?? '').startsWith('mit ') || ENDS.test(rest)
            : ENDS.test(rest));
        if (!isTold || (link === ' (' && !rest.startsWith(')'))) continue;
        yield { kind: 'secret', start, end: start + value.length };
      }
  },
};
