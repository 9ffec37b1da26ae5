import { announcedColumns } from '../announced/columns.js';
import type { Match, Rule } from '../rule.js';
import { LINK, LINKING, OPENING } from './linking.js';
import { isChosenWord, isHyphenated, looksSecret } from './looks-secret.js';
import { matchesAt, placesOf } from './matches-at.js';

const KEY_OWNERS =
  'api|access|secret|private|auth|license|lizenz|produkt|product|netzwerk|sicherheits|wlan|wi-?fi|wpa2?|pre-?shared|encryption|client|shared|' +
  'master|activation|aktivierungs|freischalt|registrierungs|registration|(?:modem)?installations|recovery|wiederherstellungs|bestätigungs|verifizierungs|gutschein|voucher|dongle|options?|secure|backup|account|storage';
/** Words that announce a password or key; as the end of a compound or of a name in a file they do so too. */
const SECRET_WORD =
  '(?:(?:pa(?:ss|ß) ?wor[td]|kennwor[td]|geheimnis|t?otp-?seed|passwd|kennw\\.|passw\\.|passphrase|codewort|geheimwort|r[ow]community|secret_key_base|zugangscode|sicherheitswort|voucher|secure-?id|pass-?code|auth-?info(?:-?code)?|kenncode|zugriffs(?:code|schlüssel)|losungs?(?:wort)?|secret|token|community-?string|snmp(?:-server)?[- ]community|wpa[23]?(?= ?[:=])|' +
  `(?:${KEY_OWNERS})[-_ ]?(?:key|schlüssel|code)|(?<!\\p{L})(?:auth|sip|user|db|root|admin|proxy|smtp|ftp)?(?:pw\\.?|pwd|pass|psk|key|schlüssel|login-?code)))`;
const WORD = new RegExp(SECRET_WORD, 'gu');
/** One word, or digits in blocks of four as they are printed on devices. */
const VALUE = '(?:[0-9]{4}(?: [0-9]{4}){2,7}(?![\\p{L}\\p{N}])|\\S{4,200})';
const CLOSING_QUOTE = '[“”"«»]';

const ANNOUNCED = new RegExp(
  `${SECRET_WORD}s?(?<link>${LINK})(?:(?:[0578]|enc) )?(?<open>${OPENING})(?<value>${VALUE})`,
  'uy',
);
/** *Passwort für den Router: secret*, *Kennwort des Gastzugangs ist secret*; not where a message is told. */
const DESCRIBED = new RegExp(
  `${SECRET_WORD}(?! ?(?:fehlt|kommt|meldet))(?: (?!fehler|meldung|error|code|status|version)\\.?[\\p{L}()0-9-]{1,24}(?:\\.\\p{L}{2,6})?){1,6}(?<link>: {0,2}| (?:ist|lautet|heißt|war|is|was) (?:${LINKING} ){0,3})(?<open>${OPENING})(?<value>${VALUE})`,
  'uy',
);
/** *Das Initialkennwort aus dem Brief (secret) …*: nothing but the value stands in the brackets. */
const IN_BRACKETS =
  /(?:pa(?:ss|ß)wor[dt]|kennwor[dt]|passphrase|kenncode|zugangscode)s?(?: [\p{L}-]{1,24}){1,6} \((?<value>(?!rfc|iso|din|api|usb|tls|http|cve|kb|0x)[^\s()]{6,64})(?=\))/gu;
/** *Mein Kennwort fürs Portal, secret, …*: the value stands between commas. */
const BETWEEN_COMMAS =
  /(?:pa(?:ss|ß)wor[dt]|kennwor[dt]|passphrase|kenncode|zugangscode)(?: [\p{L}-]{1,24}){0,4}, (?<value>[^\s,]{6,64})(?=,| (?:ist|war) es(?!\p{L}))/gu;
/** *Kennwort hab ich auf secret geändert*. */
const SET_TO =
  /(?:pa(?:ss|ß)wor[dt]|kennwor[dt]|(?<!\p{L})(?:pw|pwd|psk)|schlüssel) (?:haben?|hab|hat|hatte|hatten|wurde|ist|war|steht) (?:[\p{L}-]{1,12} ){0,3}auf (?<value>\S{6,64})(?= (?:geändert|gesetzt|zurückgesetzt|gestellt|umgestellt))/gu;
/** Four blocks of four letters, as mail providers give them out for a single program. */
const FOR_A_PROGRAM =
  /(?:app-?(?:passwor[td]|kennwort)|app password)[^\n.!?]{0,24}? ["'„“]?(?<value>[a-z]{4}(?: [a-z]{4}){3})(?![\p{L}\p{N}])/gu;
/** `community secret RO`, as devices keep it. */
const COMMUNITY = /(?<!\p{L})community ["']?(?<value>[^\s"']{4,64})(?=["']? r[ow](?!\p{L}))/gu;
/** *secret ist das Passwort*, *mit secret als Kennwort*, *secret (Passwort)*. */
const BEFORE = new RegExp(
  `(?<!\\S)${OPENING}(?<value>[^\\s"„“”»«(]{6,64})(?<![.?:;])[“”"«»]?,?(?: (?:ist|war|lautet|is|was|als|as)(?: (?:das|mein|unser|the|my|our|neue[sn]?|altes?)){0,2} | \\()${SECRET_WORD}(?![\\p{L}-])`,
  'gu',
);
/** *Das alte Passwort war …, das neue ist secret*. */
const REPLACED = new RegExp(
  `${SECRET_WORD}[^\\n]{4,80}?(?:das|jetzt|nun|the) (?:neue|alte|new|old)(?: one)? (?:ist|war|lautet|heißt|is|was)(?<link>:?) {1,2}(?<open>${OPENING})(?<value>\\S{6,64})`,
  'uy',
);
/** *sein Passwort mitgeschickt („Feierabend17Uhr“)*: the quoted word behind it. */
const QUOTED = new RegExp(
  `${SECRET_WORD}[^\\n.!?„“"»]{1,48}[„“"»](?<value>[^\\s“”"«„]{4,64})${CLOSING_QUOTE}`,
  'uy',
);
/** Words in quotation marks that have a digit: *Kennwort „Drei Affen 7“*. */
const PHRASE = new RegExp(
  `${SECRET_WORD}${LINK}[„“"»](?<value>[^„“”"«»\\n]{6,64})(?=${CLOSING_QUOTE})`,
  'uy',
);
/** *Standardpasswort 0000*, *Kennwort: 4711*: digits alone, right behind the word. */
const DIGITS_ALONE =
  /(?:pa(?:ss|ß)wor[dt]|kennwor[dt])(?: (?:ist|war|wäre|lautet|is|was|steht auf|bleibt))?(?: (?:laut|gemäß) \p{L}{3,20})?[ :=]{1,3}(?<value>[0-9]{4,10})(?![\p{L}\p{N}%]|[.,:/-][0-9]| ?(?:zeichen|stellen|ziffern|buchstaben|mal|minuten|stunden|tage|wochen|monate|jahre|characters|digits|times|days))/gu;
/** *Passwort Ebene 3 = 3311*, *Passwort für Stufe Service ist 1705, für Experte 2905*: digits, further on in the sentence. */
const DIGITS_DESCRIBED =
  /(?:pa(?:ss|ß)wor[dt]|kennwor[dt])(?:ebene|stufe)?(?![^.\n!?:=]{0,48}(?:fehler|meldung|nummer|code|version|port|tel|durchwahl|ticket|ereignis|event|id(?!\p{L})|seit|jahr|zeichen))(?: [\p{L}0-9-]{1,20}){1,6}(?: ist| lautet| war|:| =)(?: (?:laut|gemäß) \p{L}{3,20})? ?(?!(?:19|20)[0-9]{2}(?![0-9]))(?<value>[0-9]{4,8})(?![\p{L}\p{N}%]|[.,:/-][0-9]| ?\p{L})(?:, (?:für|bei|am) [\p{L}]{2,16} (?<other>[0-9]{4,8})(?![\p{L}\p{N}%]))?/dgu;
/** *Recovery Key ist EsT7 9nPq 22Lm xW4d*: blocks of letters and digits, as they are printed. */
const BLOCKS =
  /(?:schlüssel|(?<!\p{L})key|code|kennwort|passwort)[^\n.!?]{0,48}?(?: ist|:|=| lautet)? ["„“]?(?<value>(?=[\p{L}\p{N} ]{0,19}(?:\p{L}[0-9]|[0-9]\p{L}))(?![a-z]{4} [a-z]{4})[\p{L}\p{N}]{4}(?: (?=[^ ]{0,3}[0-9])[\p{L}\p{N}]{4}){3,7})(?![\p{L}\p{N}]| [\p{L}\p{N}]{4}(?![\p{L}\p{N}]))/gu;
/** *SNMP-Community ist fabrik-ro*. */
const COMMUNITY_SAID =
  /(?:(?:snmp-|snmp )community(?:[- ]string)?(?: (?:ist|war|lautet|heißt|is)|[:=]) ?|(?<!\p{L})community (?:ist|steht|lautet) (?:auf )?(?=[\p{L}_-]*[0-9]))(?!(?:public|private|manager|nicht|kein|falsch|richtig|gleich|gesetzt|leer|standard|überall|auf|in|die|der|das)(?!\p{L}))(?<value>[\p{L}0-9_-]{5,32})(?![\p{L}\p{N}])/gu;
/** *Passwort von Winter23! auf Sommer24! geändert*, *die Community haben wir von public auf …* */
const CHANGED = new RegExp(
  `(?:${SECRET_WORD}|snmp[\\p{L}0-9 -]{0,12}community)(?: [\\p{L}]{2,12}){0,5} (?:von|from) ${OPENING}(?<before>\\S{6,64}) (?:auf|zu|in|to) ${OPENING}(?<after>\\S{6,64})`,
  'dgu',
);

const CLOSING = /[.,;:?)\]}>"'“”‘’«»‹›|]+$/;
const CLOSING_IN_TEXT = /["“”‘’«»‹›]/;
const QUOTATION = /["'„“”‚‘»«›‹]/;
/** Where a query or a tag goes on behind a value. */
const NEXT_SETTING = /(?:[&;][\w -]{1,40}=|["'<>]).*$/s;
/** *lautet seit jeher*: behind it nothing but the value can stand. */
const SAID = new RegExp(`(?::|=|lautet|heißt|wie folgt[:\\s]{1,4})(?: ${LINKING}){0,2} {0,3}$`, 'u');
/** Five letters and digits are a password where one is set or told: *Passwort = Werk2*. */
const SHORT = /^(?=.*\p{L})(?=.*[0-9])(?![0-9]+\p{L}+$)[\p{L}\p{N}]{5}$/u;
const isAssigned = (all: string, link: string) =>
  /[:=]["' ]{0,3}$/.test(link) && /^(?:pa(?:ss|ß)wor[dt]|kennwor[dt]|passwd|pwd?|pass)/.test(all);
const HEAD = new RegExp(`${SECRET_WORD}$`, 'u');
/** Codes that one announcement has at most. */
const MOST_CODES = 20;

/** A value as it stands in the text, without quotation marks and the end of the sentence. */
function trimmed(value: string, isOpened: boolean): string {
  const closed = isOpened ? value.search(CLOSING_IN_TEXT) : -1;
  return (closed > 0 ? value.slice(0, closed) : value).replace(NEXT_SETTING, '').replace(CLOSING, '');
}

/** Whether nothing follows a place that would make a sentence of the word before it. */
const endsClause = (text: string, end: number) =>
  /^[“”"«»')\]]{0,2}(?:[.,;!]|\s*$|[ \t]*\n)/.test(text.slice(end, end + 8));

const shapeOf = (value: string) => value.replace(/[0-9a-z]/gi, '0');

/** Codes of the same make in an enumeration: *Wiederherstellungscodes: 8hq2-m4xt, k9wz-71pd*. */
function* othersAfter(text: string, start: number, first: string): Iterable<Match> {
  let end = start + first.length;
  for (let count = 0; count < MOST_CODES && /[0-9]/.test(first); count += 1) {
    const next = /^(?:,|;| und| oder| and| or|,? ?\n[-* ]{0,3})? ?(?<value>[^\s,;]{4,64})/.exec(
      text.slice(end, end + 72),
    );
    const value = next?.groups!.value!.replace(CLOSING, '') ?? '';
    if (!/[0-9]/.test(value) || shapeOf(value) !== shapeOf(first)) return;
    const from = end + next![0].length - next!.groups!.value!.length;
    end = from + value.length;
    yield { kind: 'secret', start: from, end };
  }
}

/**
 * The value at the end of a match, where it looks like one, and those that are listed behind it.
 * @param signsBehind how many signs of the match stand behind the value
 */
function* toldBy({ index, 0: all, groups }: RegExpExecArray, text: string, signsBehind = 0): Iterable<Match> {
  const { open, link, value: announced } = groups!;
  const end = index + all.length - signsBehind;
  const start = end - announced!.length;
  const value = trimmed(text.slice(start, end), Boolean(open));
  const isPointedOut = link === undefined || open !== '' || /[:=>|→]|(?:lautet|heißt) |^ war $/.test(link);
  const isEnclosed = open === '(' && text[start + value.length] === ')';
  const isSaid = isEnclosed || QUOTATION.test(open ?? '') || SAID.test(link ?? '');
  if (
    looksSecret(value, isPointedOut) ||
    (SHORT.test(value) && isAssigned(all, link ?? '')) ||
    ((isSaid || isHyphenated(value)) && isChosenWord(value) && endsClause(text, start + value.length))
  ) {
    yield { kind: 'secret', start, end: start + value.length };
    yield* othersAfter(text, start, value);
  }
}

/** Passwords, keys and tokens behind a word that announces them, in sentences and in files of settings. */
export const announcedSecretRule: Rule = {
  *find({ text, folded }): Iterable<Match> {
    const places = placesOf(folded, WORD);
    for (const { index, 0: all, groups } of matchesAt(folded, places, PHRASE)) {
      const end = index + all.length;
      if (/[0-9]/.test(groups!.value!) && groups!.value!.includes(' '))
        yield { kind: 'secret', start: end - groups!.value!.length, end };
    }
    for (const expression of [ANNOUNCED, DESCRIBED, REPLACED])
      for (const match of matchesAt(folded, places, expression)) yield* toldBy(match, text);
    for (const match of matchesAt(folded, places, QUOTED)) yield* toldBy(match, text, 1);
    for (const expression of [IN_BRACKETS, BETWEEN_COMMAS, SET_TO, COMMUNITY])
      for (const match of folded.matchAll(expression)) yield* toldBy(match, text);
    for (const { index, 0: all, groups } of folded.matchAll(BEFORE)) {
      const start = index + all.indexOf(groups!.value!);
      if (/[0-9]/.test(groups!.value!) && looksSecret(groups!.value!, true))
        yield { kind: 'secret', start, end: start + groups!.value!.length };
    }
    for (const { index, 0: all, groups } of folded.matchAll(FOR_A_PROGRAM))
      yield { kind: 'secret', start: index + all.length - groups!.value!.length, end: index + all.length };
    for (const { indices, groups } of folded.matchAll(CHANGED))
      for (const name of ['before', 'after'] as const) {
        const [start] = indices!.groups![name]!;
        const value = trimmed(groups![name]!, true);
        if (/[0-9]/.test(value) && looksSecret(value, true))
          yield { kind: 'secret', start, end: start + value.length };
      }
    for (const { indices } of folded.matchAll(DIGITS_DESCRIBED))
      for (const place of [indices!.groups!.value, indices!.groups!.other])
        if (place) yield { kind: 'secret', start: place[0], end: place[1] };
    for (const { head, cell } of announcedColumns(text))
      if (HEAD.test(head) && looksSecret(text.slice(cell.start, cell.end), true))
        yield { kind: 'secret', ...cell };
    for (const expression of [DIGITS_ALONE, COMMUNITY_SAID, BLOCKS])
      for (const { index, 0: all, groups } of folded.matchAll(expression))
        yield { kind: 'secret', start: index + all.length - groups!.value!.length, end: index + all.length };
  },
};
