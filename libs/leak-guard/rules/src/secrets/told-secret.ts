import type { Match, Rule } from '../rule.js';
import { isChosenWord, isStandIn } from './looks-secret.js';
import { isProduct } from './product.js';

/** What a paragraph is about in which a password is told. */
const TOPIC =
  /(?:pa(?:ss|ß)w[oö]r[dt]|kennw[oö]r[dt]|passphrase|codewort|losungswort|sicherheitswort|geheimnis|zugang(?:sdaten)?(?!\p{L})|anmeldedaten|logindaten|einlogg|einloggen|ausgesperrt|wlan|wi-?fi|(?:wpa2?|netzwerk|sicherheits|lizenz|zugangs)-?schlüssel|freischalt|aktivierung|lizenz|registrier|authorization|(?<!\p{L})login\p{L}{0,8}|(?<!\p{L})(?:logge|anmelde|anmeldung|melde|meldet|pw|pwd|psk|rdp|secret|token|key|schlüssel)(?!\p{L}))/gu;
/** How far from a word of the topic a password may stand in its paragraph, behind it and before it. */
const BEHIND = 150;
const BEFORE = 110;

/** Letters, a sign and digits, as nothing but passwords are put together: *Stahlwerk#3*, *Tor!3Auf*. */
const SIGNED = /^\p{L}[\p{L}\p{N}]{1,24}[!#$%&*§~^]{1,2}[\p{L}]{0,12}[0-9]{1,6}[\p{L}!#$%&*§]{0,12}$/u;
/** A name and a number with a sign between them that tells no secret: *Ticket#4711*, *FRITZ!Box7590*. */
const NUMBERED =
  /^(?:ticket|fall|issue|bug|case|nr|pr|port|kanal|zeile|auftrag|vorgang|rechnung|position|punkt|frage|halle|linie|fritz|c|f|g)[!#$%&*§~^]/i;
/** A word and a number: *Birkenhain7*, *Wald-Meise-42*, *n0kia-alt*. */
const WORDED =
  /^(?:\p{L}{3,24}(?:[-_.]\p{L}{2,16}){0,3}[-_.]?[0-9]{1,6}!?|\p{L}{1,8}[0-9]\p{L}{2,12}(?:[-_]\p{L}{2,12})?|\p{L}{3,16}_\p{L}{3,16})$/u;
/** Groups of letters and digits mixed, as machines draw them: *83HF-22LK-90PQ*, *kx3wq8zt7m*, *A8-77-F1-0C*. */
const DRAWN =
  /^(?=(?:[^0-9]{0,12}[0-9]){2})(?=(?:[^a-z]{0,12}[a-z]){2})(?:(?=.{0,24}(?:[a-z][0-9]|[0-9][a-z]))[a-z0-9]{2,8}(?:-[a-z0-9]{2,8}){2,7}|[a-z0-9]{2,8}(?:-[a-z0-9]{1,8}){3,7}|(?=[0-9]{0,3}(?:[a-z]{1,5}[0-9]{1,3}){2,}[a-z]{0,5}$)[a-z0-9]{8,32})$/i;
/** A short name and a number, as accounts, computers and lines bear them: *scan01*, *SRV-2*. */
const NAMELIKE = /^(?:\p{Ll}{3,8}|\p{Lu}{2,8})[-_.]?[0-9]{1,3}$/u;
/** A name and at least two digits, or names with underscores, as no sentence has them: *Kirsche99*, *vier_Linden_3*, *nordsued4711*. */
const WORD_AND_YEAR =
  /^(?:\p{Lu}\p{Ll}{3,23}[-_.]?[0-9]{2,4}!?|\p{Ll}{5,16}[-_.]?[0-9]{4}!?|(?=.*\p{Lu})\p{L}{3,16}_\p{L}{3,16}_?[0-9]{1,4})$/u;
/** Keys in groups of equal length: *TX9P-2LMQ-88AZ*. */
const KEY =
  /^(?=(?:[^0-9]{0,9}[0-9]){3})(?=(?:[^a-z]{0,9}[a-z]){3})(?:[a-z0-9]{4}(?:-[a-z0-9]{4}){2,7}|[a-z0-9]{5}(?:-[a-z0-9]{5}){2,7})$/i;
/** Where one word and its number are enough. */
const ABOUT_PASSWORDS =
  /(?:pa(?:ss|ß)w[oö]r[dt]|kennw[oö]r[dt]|passphrase|zugang(?:sdaten)?(?!\p{L})|einlogg|anmeld|(?<!\p{L})login|(?<!\p{L})(?:logge|psk|pw|pwd|rdp)(?!\p{L}))/u;

/** Words after which a value is told: *es lautet secret*, *ich habe notiert: secret*. */
const POINTER =
  /(?:(?<!\p{L})(?:lautet|lautete|heißt|nämlich|jeweils|danach|dann|steht|stand|meine?s (?:ist|war|lautet)|unsere?s (?:ist|war|lautet)|glaub(?:e)? ich|lese (?:ich )?(?:da|dort|hier)?|(?:ich|wir) sagten?|sagte ich|ob (?:ich|wir)|darunter|zurück auf|(?:administrator|admin|root|aktivierung|freischaltung|registrierung) mit|(?:habe|haben|hat|wurde|steht|bekam), (?:ist|war|lautet))|, also|(?:passwort|kennwort|pw)\?|(?:notiert|eingabe|geschickt|bekommen|unter ["„“”](?:key|schlüssel|code|psk)["„“”]):?) ["'„“”»«(]{0,2}$/u;
/** Words behind a value by which it was typed or set. */
const TYPED =
  /^["'“”»«)]{0,2},? (?:(?:im|ins|in das|beim|bei) (?:feld )?\p{L}{2,20} )?(?:eingebe|eingegeben|eingetippt|eintippe|schreibe|setzen|gesetzt|ändern|geändert|(?:und es mit \S{1,40} )?(?:versucht|probiert)|notiert|bekommen|geschickt|anmelde|einlogge|noch als|als (?:neues )?(?:pass|kenn)wort|(?:sei|ist|wäre) (?:als|zu kurz|zu lang|zu einfach)|als (?:schlüssel|login|zugang))(?!\p{L})/u;
/** *tippt secret ein*. */
const TYPING = /(?<!\p{L})(?:gebe|geben|gibt|tippe|tippen|tippt) (?:[\p{L}]{2,10} ){0,3}["'„“”»«(]{0,2}$/u;
const IN = /^["'“”»«)]{0,2} (?:(?:im|ins|beim|bei) (?:feld )?\p{L}{2,20} )?ein(?!\p{L})/u;
/** What is named right before a word that tells what else it is: *Benutzer scan01*, *die Typenbezeichnung lautet PK-8771-A*. */
const OTHER_THING =
  /(?:benutzer|nutzer|user|name|namens|kennung|server|host|router|switch|client|gerät|rechner|pc|drucker|scanner|konto|postfach|gruppe|domäne|domain|ssid|netz|netzwerk|dns|proxy|gateway|port|profil|rolle|mandant|typ|bezeichnung|artikel|modell|version|firmware|software|programm|teil|nummer|nr\.?|raum|halle|anlage|maschine|linie|standort|browser|system|kunden?|firma|projekt|modul|baureihe|serie|marke)s?(?: (?:ist|heißt|lautet|namens|als|von|mit|in))? ["'„“”»«(]{0,2}$/u;
/** Words after which nothing but the value itself can follow, so that a word of every day may be one. */
const STRONG_POINTER =
  /(?<!\p{L})(?:nämlich|jeweils|meine?s (?:ist|war|lautet)|unsere?s (?:ist|war|lautet)|(?:ich|wir) (?:sagten?|sage|sagen)(?: immer| dann)?|sagten? (?:ich|wir)(?: immer| dann)?|es lautet|es heißt) ["'„“”»«]{0,2}$/u;
const CODEWORD = /(?:kennwor[dt]|codewort|losungswort|sicherheitswort|passwor[dt])/u;
const ENDS = /^["“”»«')\]]{0,2}(?:[.,;!?)]|\s*$|[ \t]*\n)/;
const NO_NAME =
  /^(?:bescheid|danke|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|april|august|september|oktober|november|dezember)$/i;
const EDGES = /^["'„“”‚‘»«›‹(]+|["'“”‘’«»‹›).,;:?]+$/g;

interface Reach {
  readonly start: number;
  readonly end: number;
}

/** Stretches of a text in which passwords are spoken of, none over the edge of its paragraph. */
function* stretchesIn(folded: string): Iterable<Reach> {
  let current: { start: number; end: number } | null = null;
  for (const { index, 0: word } of folded.matchAll(TOPIC)) {
    const before = folded.slice(Math.max(0, index - BEFORE), index);
    const behind = folded.slice(index + word.length, index + word.length + BEHIND);
    const edge = behind.indexOf('\n\n');
    const start = index - before.length + before.lastIndexOf('\n\n') + 1;
    const end = index + word.length + (edge < 0 ? behind.length : edge);
    if (current && start <= current.end) current.end = Math.max(current.end, end);
    else {
      if (current) yield current;
      current = { start, end };
    }
  }
  if (current) yield current;
}

/** Whether a word that stands where passwords are spoken of is one, by its shape and the words around it. */
function isTold(value: string, before: string, behind: string, stretch: string): boolean {
  if (isStandIn(value) || isProduct(value) || NUMBERED.test(value)) return false;
  if (SIGNED.test(value)) return true;
  if (OTHER_THING.test(before)) return false;
  if (KEY.test(value) || (WORD_AND_YEAR.test(value) && ABOUT_PASSWORDS.test(stretch))) return true;
  const isPointedAt = POINTER.test(before) || TYPED.test(behind) || (TYPING.test(before) && IN.test(behind));
  if (DRAWN.test(value)) return isPointedAt;
  if (WORDED.test(value)) return isPointedAt && (!NAMELIKE.test(value) || STRONG_POINTER.test(before));
  return (
    STRONG_POINTER.test(before) &&
    CODEWORD.test(stretch) &&
    /^\p{Lu}\p{Ll}{4,24}$/u.test(value) &&
    isChosenWord(value) &&
    !NO_NAME.test(value) &&
    ENDS.test(behind)
  );
}

/**
 * Passwords that stand before or far behind the word for them, in the paragraph that speaks of them: *Ich habe es mit
 * Rasenmaeher!3 versucht, das Passwort lehnt er ab*.
 */
export const toldSecretRule: Rule = {
  sparesHarmless: true,
  *find({ text, folded }): Iterable<Match> {
    for (const { start, end } of stretchesIn(folded)) {
      const stretch = folded.slice(start, end);
      for (const { index, 0: word } of text.slice(start, end + 64).matchAll(/(?<!\S)\S{5,64}(?!\S)/gu)) {
        if (start + index >= end) break;
        const opening = /^["'„“”‚‘»«›‹(]*/.exec(word)![0].length;
        const value = word.replace(EDGES, '');
        const from = start + index + opening;
        const before = folded.slice(Math.max(0, from - 40), from);
        const behind = folded.slice(from + value.length, from + value.length + 48);
        if (value.length >= 5 && isTold(value, before, behind, stretch))
          yield { kind: 'secret', start: from, end: from + value.length };
      }
    }
  },
};
