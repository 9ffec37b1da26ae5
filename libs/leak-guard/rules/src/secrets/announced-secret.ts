import { announcedColumns } from '../announced/columns.js';
import type { Match, Rule } from '../rule.js';
import { isChosenWord, isHyphenated, looksSecret } from './looks-secret.js';

const KEY_OWNERS =
  'api|access|secret|private|auth|license|lizenz|produkt|product|netzwerk|sicherheits|wlan|wi-?fi|wpa2?|pre-?shared|encryption|client|shared|' +
  'master|activation|aktivierungs|freischalt|registrierungs|registration|(?:modem)?installations|recovery|wiederherstellungs|backup|account|storage';
/** Words that announce a password or key; as the end of a compound or of a name in a file they do so too. */
const SECRET_WORD =
  '(?:(?:pa(?:ss|ß) ?wor[td]|kennwor[td]|geheimnis|t?otp-?seed|passwd|kennw\\.|passw\\.|passphrase|codewort|geheimwort|r[ow]community|secret_key_base|zugangscode|pass-?code|auth-?info(?:-?code)?|kenncode|zugriffs(?:code|schlüssel)|losungs?(?:wort)?|secret|token|community-?string|snmp(?:-server)?[- ]community|wpa[23]?(?= ?[:=])|' +
  `(?:${KEY_OWNERS})[-_ ]?(?:key|schlüssel|code)|(?<!\\p{L})(?:auth|sip|user|db|root|admin|proxy|smtp|ftp)?(?:pw\\.?|pwd|pass|psk|key|schlüssel|login-?code)))`;
const PIN_WORD =
  '(?<!\\p{L})(?:(?:[\\p{L}-]{0,12}pin|puk|super-?pin|geheimzahl|persönliche identifikationsnummer|otp)(?:[ -]?(?:nummer|nr\\.?|code))?[ -]?[12]?|(?:m|i|e|mobile|chip|push|photo|sms)?-?tan|[\\p{L}-]{0,12}(?:entsperr|zugriffs|zugangs|pairing|kopplungs|freischalt|sicherheits|bestätigungs|verifizierungs|einmal|anmelde|kenn|pass|tür|tor|alarm|safe|tresor)-?code|' +
  '(?:einmal|start|initial)(?:pass|kenn)wort|(?:bestätigungs|verifizierungs)-?sms|(?:2fa|mfa|otp|sms)-?code|(?:verification|security|one-time|unlock|door|gate|entry|access) code|code (?:per|via|by) (?:sms|e?-?mail|text)|cvc|cvv)';
const LINKING =
  '(?:ist|war|wäre|lautet|lautete|heißt|wurde|alt|geändert|gesetzt|zurückgesetzt|auf|jetzt|nun|neu|bisher|früher|noch|mal|steht|da|weiterhin|bleibt|derzeit|aktuell|einfach|immer|is|was|set|reset|changed|to|now|still)';
const LINK = `(?:["'], {0,2}|["'] {1,2}value=|[ \\t]{1,2}--?[ \\t]{1,2}|["'“”]?[ \\t]{0,3}(?:=>|->|→|[:=>|])[ \\t]{0,3}(?:(?:ist|lautet|is) {1,2})?|["']? {1,2}(?:${LINKING}[ :]{1,2}){0,3}|[ \\t]{0,2}:?[ \\t]{0,2}\\n{1,2}[ \\t>-]{0,4}(?=[^\\s;|]{4,64}[ \\t]{0,4}(?:\\n|$)))`;
/** Where somebody has a value from, or how sure they are. */
const SOURCE =
  '(?:(?:laut|gemäß) (?:(?:dem|der|meinem|unserem|ihrem) )?\\p{L}{2,24} |aber |nicht |eigentlich |vermutlich |angeblich |wohl |glaub(?:e)? ich |meines wissens )?';
const OPENING = '["\'„“”‚‘»«›‹(\\[]{0,2}';
/** One word, or digits in blocks of four as they are printed on devices. */
const VALUE = '(?:[0-9]{4}(?: [0-9]{4}){2,7}(?![\\p{L}\\p{N}])|\\S{4,200})';
const CLOSING_QUOTE = '[“”"«»]';

const ANNOUNCED = new RegExp(
  `${SECRET_WORD}s?(?<link>${LINK})(?:(?:[0578]|enc) )?(?<open>${OPENING})(?<value>${VALUE})`,
  'gu',
);
/** *Passwort für den Router: secret*, *Kennwort des Gastzugangs ist secret*; not where a message is told. */
const DESCRIBED = new RegExp(
  `${SECRET_WORD}(?! ?(?:fehlt|kommt|meldet))(?: (?!fehler|meldung|error|code|status|version)\\.?[\\p{L}()0-9-]{1,24}(?:\\.\\p{L}{2,6})?){1,6}(?<link>: {0,2}| (?:ist|lautet|heißt|war|is|was) (?:${LINKING} ){0,3})(?<open>${OPENING})(?<value>${VALUE})`,
  'gu',
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
/** *Zugangsdaten: admin / secret*. */
const WITH_USER =
  /(?:zugang|zugangsdaten|logindaten|anmeldedaten|anmeldung|login|credentials)(?: [\p{L}-]{1,20}){0,3}[ :=]{1,3}[^\s/|,:]{2,40}(?: ?(?:\/{1,2}|[|,:&]) ?| und | and )(?<value>\S{4,64})/gu;
/** `admin / secret`: names that nobody but a device or a test bears. */
const WITH_KNOWN_USER =
  /(?<![\p{L}\p{N}/.:@_-])(?:admin(?:istrator)?|root|user|gast|guest|test(?:user)?|demo|sa|pi)(?: ?\/ ?|:)(?<value>[^\s/:]{6,64})(?!\S)/gu;
/** `curl -u user:secret`. */
const IN_COMMAND = /(?<!\S)(?:-u|--user)[ =]?[^\s:]{1,64}:(?<value>[^\s"']{4,128})/gu;
/** `sshpass -p secret`, `mysql -psecret`, `net use … /user:me secret`. */
const IN_TOOL =
  /(?:sshpass[^\n|;]{0,20}? -p ?|mosquitto_[^\n|;]{0,60}? -p |--pass(?:word)?[= ]|redis-cli[^\n|;]{0,40}? -a |mysql(?:dump)?[^\n|;]{0,60}? -p|snmp\w{1,10} [^\n|;]{0,40}?-c ?|\/user:[^\s]{1,64} {1,2})["']?(?<value>[^\s"']{6,128})/gu;
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
  'gu',
);
/** *sein Passwort mitgeschickt („Feierabend17Uhr“)*: the quoted word behind it. */
const QUOTED = new RegExp(
  `${SECRET_WORD}[^\\n.!?„“"»]{1,48}[„“"»](?<value>[^\\s“”"«„]{4,64})${CLOSING_QUOTE}`,
  'gu',
);
/** Words in quotation marks that have a digit: *Kennwort „Drei Affen 7“*. */
const PHRASE = new RegExp(
  `${SECRET_WORD}${LINK}[„“"»](?<value>[^„“”"«»\\n]{6,64})(?=${CLOSING_QUOTE})`,
  'gu',
);
const PIN = new RegExp(
  `${PIN_WORD}(?!\\p{L})(?: \\([\\p{L} -]{2,12}\\))?(?: (?:des|der|vom|von|für|zum|zur|am|auf)(?: [\\p{L}-]{2,20}){1,2} (?=[0-9]{4,6}(?![0-9]))|(?: [\\p{L}-]{1,20}){0,3} (?:ist|lautet|war|enthielt|enthält|is) ${SOURCE}|(?: [\\p{L}-]{1,20}){1,3}: ?|${LINK}${SOURCE})${OPENING}(?<value>[0-9]{4}(?: [0-9]{4}){1,2}|[0-9](?:-[0-9]){3,7}|[0-9]{3}[ -][0-9]{3}|[0-9]{2}(?: [0-9]{2}){1,4}|[0-9](?: [0-9]){3,7}|[0-9]{4,10})(?![\\p{L}\\p{N}]| [0-9])`,
  'gu',
);
/** *Standardpasswort 0000*, *Kennwort: 4711*: digits alone, right behind the word. */
const DIGITS_ALONE =
  /(?:pa(?:ss|ß)wor[dt]|kennwor[dt])(?: (?:ist|war|wäre|lautet|is|was|steht auf|bleibt))?[ :=]{1,3}(?<value>[0-9]{4,10})(?![\p{L}\p{N}%]|[.,:/-][0-9]| ?(?:zeichen|stellen|ziffern|buchstaben|mal|minuten|stunden|tage|wochen|monate|jahre|characters|digits|times|days))/gu;
/** *SNMP-Community ist fabrik-ro*. */
const COMMUNITY_SAID =
  /(?:snmp-|snmp )community(?:[- ]string)?(?: (?:ist|war|lautet|heißt|is)|[:=]) ?(?!(?:public|private|manager|nicht|kein|falsch|richtig|gleich|gesetzt|leer|standard|überall|auf|in|die|der|das)(?!\p{L}))(?<value>[\p{L}0-9_-]{5,32})(?![\p{L}\p{N}])/gu;
/** *CVC 123*: three digits say nothing but beside these words. */
const CARD_CODE =
  /(?<!\p{L})(?:cvc2?|cvv2?|kartenprüf(?:nummer|ziffer|zahl)|prüf(?:nummer|ziffer)(?= der karte)|sicherheitscode|security code)(?: der karte| of the card)?(?: (?:ist|lautet|is))?[ \t:=]{1,3}(?<value>[0-9]{3})(?![\p{L}\p{N}]|[.,-][0-9])/gu;
/** *Die PUK vom Brief 48302716*: eight digits are no other number beside that word. */
const PUK = /(?<!\p{L})puk[12]?(?: [\p{L}-]{1,16}){0,4} (?<value>[0-9]{8})(?![\p{L}\p{N}]|[.,-][0-9])/gu;
/** *PIN von 1111 auf 2580 geändert* */
const PIN_CHANGED = new RegExp(
  `${PIN_WORD} (?:von|from) (?<before>[0-9]{4,8}) (?:auf|zu|to) (?<after>[0-9]{4,8})(?![\\p{L}\\p{N}])`,
  'dgu',
);

/** *Passwort von Winter23! auf Sommer24! geändert*, *die Community haben wir von public auf …* */
const CHANGED = new RegExp(
  `(?:${SECRET_WORD}|snmp[\\p{L}0-9 -]{0,12}community)(?: (?:haben|habe|hat|wurde|ist)(?: [\\p{L}]{2,12}){0,2})? (?:von|from) (?<before>\\S{6,64}) (?:auf|zu|in|to) (?<after>\\S{6,64})`,
  'dgu',
);

const CLOSING = /[.,;:?)\]}>"'“”‘’«»‹›|]+$/;
const CLOSING_IN_TEXT = /["“”‘’«»‹›]/;
const QUOTATION = /["'„“”‚‘»«›‹]/;
/** Where a query or a tag goes on behind a value. */
const NEXT_SETTING = /(?:[&;][\w -]{1,40}=|["'<>]).*$/s;
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

/** Passwords, keys, tokens and PINs behind a word that announces them, in sentences and in files of settings. */
export const announcedSecretRule: Rule = {
  *find({ text, folded }): Iterable<Match> {
    for (const { index, 0: all, groups } of folded.matchAll(PHRASE)) {
      const end = index + all.length;
      if (/[0-9]/.test(groups!.value!) && groups!.value!.includes(' '))
        yield { kind: 'secret', start: end - groups!.value!.length, end };
    }
    for (const expression of [
      ANNOUNCED,
      DESCRIBED,
      REPLACED,
      QUOTED,
      IN_BRACKETS,
      BETWEEN_COMMAS,
      SET_TO,
      WITH_USER,
      IN_COMMAND,
      IN_TOOL,
      COMMUNITY,
    ])
      for (const { index, 0: all, groups } of folded.matchAll(expression)) {
        const { open, link, value: announced } = groups!;
        const end = index + all.length - (expression === QUOTED ? 1 : 0);
        const start = end - announced!.length;
        const value = trimmed(text.slice(start, end), Boolean(open));
        const isPointedOut = link === undefined || open !== '' || /[:=>|→]|(?:lautet|heißt) /.test(link);
        const isEnclosed = open === '(' && text[start + value.length] === ')';
        const isSaid =
          isEnclosed || QUOTATION.test(open ?? '') || /(?::|=|lautet|heißt) {0,3}$/.test(link ?? '');
        if (
          looksSecret(value, isPointedOut) ||
          ((isSaid || isHyphenated(value)) && isChosenWord(value) && endsClause(text, start + value.length))
        ) {
          yield { kind: 'secret', start, end: start + value.length };
          yield* othersAfter(text, start, value);
        }
      }
    for (const { index, 0: all, groups } of folded.matchAll(BEFORE)) {
      const start = index + all.indexOf(groups!.value!);
      if (/[0-9]/.test(groups!.value!) && looksSecret(groups!.value!, true))
        yield { kind: 'secret', start, end: start + groups!.value!.length };
    }
    for (const { index, 0: all, groups } of folded.matchAll(WITH_KNOWN_USER)) {
      const value = groups!.value!.replace(CLOSING, '');
      const start = index + all.length - groups!.value!.length;
      if (/[0-9]/.test(value) && /\p{L}/u.test(value) && looksSecret(value, true))
        yield { kind: 'secret', start, end: start + value.length };
    }
    for (const { index, 0: all, groups } of folded.matchAll(FOR_A_PROGRAM))
      yield { kind: 'secret', start: index + all.length - groups!.value!.length, end: index + all.length };
    for (const { indices } of folded.matchAll(PIN_CHANGED))
      for (const [start, end] of [indices!.groups!.before!, indices!.groups!.after!])
        yield { kind: 'secret', start, end };
    for (const { indices, groups } of folded.matchAll(CHANGED))
      for (const name of ['before', 'after'] as const) {
        const [start] = indices!.groups![name]!;
        const value = trimmed(groups![name]!, false);
        if (/[0-9]/.test(value) && looksSecret(value, true))
          yield { kind: 'secret', start, end: start + value.length };
      }
    for (const { head, cell } of announcedColumns(text))
      if (HEAD.test(head) && looksSecret(text.slice(cell.start, cell.end), true))
        yield { kind: 'secret', ...cell };
    for (const expression of [PIN, PUK, CARD_CODE, DIGITS_ALONE, COMMUNITY_SAID])
      for (const { index, 0: all, groups } of folded.matchAll(expression))
        yield { kind: 'secret', start: index + all.length - groups!.value!.length, end: index + all.length };
  },
};
