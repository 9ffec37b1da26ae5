import type { Match, Rule } from '../rule.js';
import { isChosenWord } from './looks-secret.js';

const WORD =
  '(?:pa(?:ss|ß)wor[dt]|kennwor[dt]|passphrase|losungswort|codewort|sicherheitswort|geheimwort|schlüsselwort|(?:gemeinsames|shared) (?:geheimnis|secret)|wlan-?schlüssel|(?<!\\p{L})(?:pw|pwd|psk))';
/** One word as people choose it, with a number behind it or not. */
const CHOSEN = '(?<value>\\p{L}{5,24}(?: ?[0-9]{2,4}(?![\\p{L}\\p{N}%]|[.,:-][0-9]))?)';
const OPENING = '["\'„“”‚‘»«›‹]?';
const STILL =
  '(?:(?:immer|weiterhin|noch|nun|jetzt|bisher|früher|einfach|doch|auch|übrigens|angeblich|ebenfalls|schon immer|nach wie vor|bei (?:uns|mir)|seit (?:[0-9]{4}|jahren|jeher|de[mr] \\p{L}{3,16})|always|still|now) ){0,2}';
/** Whose or what for the password is: *für das WLAN in der Halle*. */
const OF_WHAT =
  '(?: (?:für|fürs|vom|von|de[rs]|unsere[srm]|meine[srm]|zum|im|in|am|auf)(?: [\\p{L}0-9@-]{1,24}){1,3}?){0,2}';
/** *Das FTP-Passwort ist Apfelmus*, *mit dem Passwort Rosenkohl*, *Kennwort Regenbogen, …*, *Passwort vom Postfach (Kirschkern)*. */
const BEHIND = new RegExp(
  `${WORD}(?<=(?<!\\p{L})(?<before>(?:(?:mit (?:de[mr]|meine[mr]|unsere[mr])|als(?: neues)?) )?[\\p{L}0-9-]{0,20})${WORD})` +
    `(?<link>${OF_WHAT} (?:ist|war|lautet|heißt|is|was) ${STILL}|${OF_WHAT} \\(| --? | {1,2}(?:(?:wäre|sei|bleibt|blieb|steht|müsste) ${STILL}|(?:unverändert|doch|nun doch|ebenfalls|wie üblich) )?| ?[:=] ?)${OPENING}${CHOSEN}(?!\\p{L})`,
  'gu',
);
/** *Als Passwort habe ich Zwetschge genommen*, *das Kennwort auf Bergziege gesetzt*, *als Passwort ist bei mir Trecker eingetragen*. */
const TAKEN = new RegExp(
  `${WORD} (?:(?:haben?|hab|hatten?|nahm|nehme) (?:ich|wir|sie|er) |auf |(?:ist|war|wurde|steht) (?:(?:bei|für) (?:uns|mir|mich) |da |dort |hier |noch ){0,2})?${OPENING}${CHOSEN}["“”»«]? (?:genommen|gewählt|gesetzt|geändert|eingestellt|vergeben|eingetragen|verwendet|benutzt|hinterlegt|gespeichert)(?!\\p{L})`,
  'gu',
);
/** *FTP-Zugang: web12 / Seestern*, *melde mich mit buero und Tulpe99 an*: behind a name that a person or program bears there. */
const WITH_NAME = new RegExp(
  `(?:zugang|zugangsdaten|logindaten|anmeldedaten|anmeldung|login|einloggen|credentials|panel|portal|ftp|logge|melde|benutzer|nutzer|user)(?:[ :=]{1,3}[\\p{L}-]{1,20}){0,3}[ :=]{1,3}(?<name>[^\\s/|,:]{2,40})(?: ?[/|,] ?| und | mit | and | with )${OPENING}${CHOSEN}(?!\\p{L})`,
  'gu',
);
/** *»Mausefalle« ist unser Kennwort*, *ich sage immer Schneewittchen als Kennwort*. */
const BEFORE = new RegExp(
  `(?:[„“"»«](?<quoted>\\p{L}{5,24})[“”"«»],? (?:ist|war|als|is|was|as)|(?<!\\p{L})(?:mit|sagen?|sage|sagte|nenne|nutzen?|verwenden?|geben?|gebe|nehmen?|tippen?|benutzen?|haben?)(?: (?:ich|wir|immer|dann|überall|einfach|hier)){0,3} ${CHOSEN}!{0,3} (?:als|as))(?: (?:das|unser|mein|neues?|the|my|our)){0,2} [\\p{L}-]{0,16}${WORD}(?![\\p{L}-])`,
  'gu',
);
/** *Die Sicherheitsfrage beantworte ich mit Bello*, *Antwort auf die Sicherheitsfrage: Oma Gerda*. */
const ANSWER =
  /(?:sicherheits|geheim)(?:frage|antwort)[^.\n„“":]{0,48}?(?:(?:: ?| mit | lautet | als ) ?["„“»]?| ["„“»])(?<value>\p{L}{3,24}(?: \p{L}{3,24})?)(?=["“”«]?(?:[.,;!]|\s*$| (?:an|ein|angegeben)(?!\p{L})|[“”"«]))/gu;
/** *Unser Codewort „Blauer Reiter“*, *Passwort ist "rot weiss essen"*: words in quotation marks. */
const PHRASE =
  /(?:(?:passphrase|codewort|losungswort|sicherheitswort|kundenkennwort|servicekennwort)(?<said>[^.\n„“"»]{0,32})|(?:pa(?:ss|ß)wor[dt]|kennwor[dt])(?: (?:ist|lautet|heißt|war|is|was)|:)) ?[„“"»](?<value>\p{L}{2,16}(?: \p{L}{2,16}){1,5})(?=[“”"«»])/gu;
/** What a screen says, and what a form asks. */
const MESSAGE =
  /(?:falsch|ungültig|nicht|kein|gesperrt|kurz|lang|schwach|einfach|abgelaufen|fehl|unbekannt|stimm|erforder|invalid|wrong|denied|incorrect|expired|too |weak|ändern|vergessen|eingeben|ist(?!\p{L})|wird|muss|mutter|haustier|name|frage|kommt|meldet|meldung|sagt|erscheint|steht|password|kennwort|passwort)/u;
/** What follows a password in German as a part of its name, and what is said of it. */
const NO_VALUE =
  /^(?:manager|safe|tresor|richtlinien?|regeln?|policy|reset|dialog|feld|felder|eingabe|abfrage|generator|hinweis|hash|hashes|länge|ablauf|ablaufdatum|wechsel|schutz|maske|seite|mail|mails|link|links|liste|app|apps|speicher|verlauf|datei|dateien|zettel|brief|fehler|fehlermeldung|meldung|hilfe|portal|server|router|konto|kunden?|benutzer|nutzer|admins?|zurücksetzen|ändern|vergessen|pflicht|passkeys?|passwort|kennwort|sache|teil|standard|voraussetzung|bedingung|bestandteil|mist|unsinn|quatsch|käse|tabu|thema|geschichte|vergangenheit|grund|problem|ursache|schuld|glück|zufall|sinn|zeichen|sonderzeichen|buchstaben|ziffern|zahlen|wörter|stellen|minuten|stunden|tagen?|wochen|monaten?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|april|august|september|oktober|november|dezember|gestern|heute|morgen|firmware|version|windows|outlook|exchange|office|teams|android|iphone|welle|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|zwölf|keines?|bescheid|danke|bitte|\p{L}*(?:nummer|name|datum|zahl|adresse|kennung|manager|zeichen|fehler))$/u;
/** What nobody writes but as the name of an account: a digit, an underline, or a mail address in it. */
const IS_NAME = /^(?:admin|root|gast|guest|info|office|(?=.*[0-9_@])\p{Ll}.*)$/u;
/** Whether nothing follows that would make a sentence of the word. */
const ENDS = /^["“”»«')\]]{0,2}(?:[.,;!?)]|\s*$|[ \t]*\n| (?:falls|wenn|sofern)(?!\p{L}))/u;
/** What is done with a value in quotation marks. */
const DONE =
  /^["“”»«] (?:eintragen|hinterlegen|setzen|vergeben|nehmen|verwenden|geht|ging|funktioniert|klappt|wird|wurde)(?!\p{L})/u;

/** Whether a word is written as one that somebody chose. */
const isChosen = (word: string): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(word) && !NO_VALUE.test(word.toLowerCase()) && isChosenWord(word);

/** Whether the sentence leaves nothing but a password for the word behind the announcement. */
function isSaid(before: string, link: string, rest: string): boolean {
  if (link.endsWith('(')) return rest.startsWith(')');
  if (/ --? $/.test(link)) return /^ --? /.test(rest);
  if (link.trim() !== '') return ENDS.test(rest);
  return before.startsWith('mit ') || ENDS.test(rest) || DONE.test(rest);
}

function* chosenIn(text: string, folded: string): Iterable<Match> {
  for (const expression of [BEHIND, TAKEN, WITH_NAME, BEFORE])
    for (const { index, 0: all, groups } of folded.matchAll(expression)) {
      const value = groups!.quoted ?? groups!.value!;
      const start = index + all.lastIndexOf(value);
      const [word = '', number] = text.slice(start, start + value.length).split(/(?<=\p{L}) ?(?=[0-9])/u);
      if (!isChosen(word)) continue;
      const name = groups!.name;
      const at = index + (name === undefined ? 0 : all.indexOf(name));
      if (name !== undefined && !IS_NAME.test(text.slice(at, at + name.length))) continue;
      const rest = text.slice(start + value.length, start + value.length + 24);
      const link = groups!.link ?? '';
      const isTold =
        expression === TAKEN ||
        expression === BEFORE ||
        (number !== undefined && !link.endsWith('(')) ||
        isSaid(groups!.before ?? '', link, rest);
      if (isTold) yield { kind: 'secret', start, end: start + value.length };
    }
}

function* answersIn(text: string, folded: string): Iterable<Match> {
  for (const { index, 0: all, groups } of folded.matchAll(ANSWER)) {
    const start = index + all.length - groups!.value!.length;
    const words = text.slice(start, index + all.length).split(' ');
    if (words.every((word) => /^\p{Lu}\p{Ll}+$/u.test(word) && !NO_VALUE.test(word.toLowerCase())))
      yield { kind: 'secret', start, end: index + all.length };
  }
}

function* phrasesIn(folded: string): Iterable<Match> {
  for (const { index, 0: all, groups } of folded.matchAll(PHRASE))
    if (!MESSAGE.test(groups!.value!) && !MESSAGE.test(groups!.said ?? ''))
      yield { kind: 'secret', start: index + all.length - groups!.value!.length, end: index + all.length };
}

/** Passwords that are words of every day, of which nothing but how they are told says that they are one. */
export const chosenWordRule: Rule = {
  sparesHarmless: true,
  *find({ text, folded }): Iterable<Match> {
    yield* chosenIn(text, folded);
    yield* answersIn(text, folded);
    yield* phrasesIn(folded);
  },
};
