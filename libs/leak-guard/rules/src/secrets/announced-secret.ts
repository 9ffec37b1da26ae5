import type { Match, Rule } from '../rule.js';
import { looksSecret } from './looks-secret.js';

const KEY_OWNERS =
  'api|access|secret|private|auth|license|lizenz|produkt|product|netzwerk|sicherheits|wlan|wi-?fi|wpa2?|pre-?shared|encryption|client|shared|' +
  'master|activation|aktivierungs|freischalt|recovery|wiederherstellungs';
/** Words that announce a password or key; as the end of a compound or of a name in a file they do so too. */
const SECRET_WORD =
  '(?:(?:passwor[td]|kennwor[td]|passwd|kennw\\.|passw\\.|passphrase|zugangscode|losung|secret|token|community-?string|snmp-server community|' +
  `(?:${KEY_OWNERS})[-_ ]?(?:key|schlüssel|code)|(?<!\\p{L})(?:pw|pwd|pass|psk|key|schlüssel|login-?code)))`;
const PIN_WORD =
  '(?<!\\p{L})(?:(?:[\\p{L}-]{0,12}pin|puk|super-?pin)[ -]?[12]?|tan|pin-?code|entsperrcode|freischaltcode|sicherheitscode|cvc|cvv)';
const LINKING =
  '(?:ist|war|wäre|lautet|heißt|auf|jetzt|nun|neu|bisher|früher|noch|weiterhin|derzeit|aktuell|einfach|immer|is|was|to|now|still)';
const LINK = `(?:["'“”]?[ \\t]{0,3}(?:=>|->|→|[:=>|])[ \\t]{0,3}(?:(?:ist|lautet|is) {1,2})?|["']? {1,2}(?:${LINKING}[ :]{1,2}){0,3})`;
const OPENING = '["\'„“”‚‘»«›‹(\\[]{0,2}';
const CLOSING_QUOTE = '[“”"«»]';

const ANNOUNCED = new RegExp(`${SECRET_WORD}s?(?<link>${LINK})(?<open>${OPENING})(?<value>\\S{4,200})`, 'gu');
/** *Passwort für den Router: secret*, *Kennwort des Gastzugangs ist secret*; not where a message is told. */
const DESCRIBED = new RegExp(
  `${SECRET_WORD}(?! ?(?:fehlt|kommt|meldet))(?: (?!fehler|meldung|error|code|status|version)[\\p{L}()0-9-]{1,24}){1,6}(?<link>: {0,2}| (?:ist|lautet|war|is|was) (?:${LINKING} )?)(?<open>${OPENING})(?<value>\\S{4,200})`,
  'gu',
);
/** *Zugangsdaten: admin / secret*. */
const WITH_USER =
  /(?:zugangsdaten|logindaten|anmeldedaten|login|credentials)[ :=]{1,3}[^\s/|,]{2,40} ?[/|,] ?(?<value>\S{4,64})/gu;
/** `curl -u user:secret`. */
const IN_COMMAND = /(?<!\S)(?:-u|--user)[ =]?[^\s:]{1,64}:(?<value>[^\s"']{4,128})/gu;
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
  `${PIN_WORD}(?!\\p{L})(?:(?: [\\p{L}-]{1,20}){0,3} (?:ist|lautet|war|is) |${LINK})${OPENING}(?<value>[0-9]{4,10})(?![\\p{L}\\p{N}])`,
  'gu',
);

const CLOSING = /[.,;:?)\]}>"'“”‘’«»‹›|]+$/;
const CLOSING_IN_TEXT = /["“”‘’«»‹›]/;
/** Where a query or a tag goes on behind a value. */
const NEXT_SETTING = /(?:&[\w-]{1,40}=|["'<>]).*$/s;

/** A value as it stands in the text, without quotation marks and the end of the sentence. */
function trimmed(value: string, isOpened: boolean): string {
  const closed = isOpened ? value.search(CLOSING_IN_TEXT) : -1;
  return (closed > 0 ? value.slice(0, closed) : value).replace(NEXT_SETTING, '').replace(CLOSING, '');
}

/** Passwords, keys, tokens and PINs behind a word that announces them, in sentences and in files of settings. */
export const announcedSecretRule: Rule = {
  *find({ text, folded }): Iterable<Match> {
    for (const { index, 0: all, groups } of folded.matchAll(PHRASE)) {
      const end = index + all.length;
      if (/[0-9]/.test(groups!.value!) && groups!.value!.includes(' '))
        yield { kind: 'secret', start: end - groups!.value!.length, end };
    }
    for (const expression of [ANNOUNCED, DESCRIBED, QUOTED, WITH_USER, IN_COMMAND])
      for (const { index, 0: all, groups } of folded.matchAll(expression)) {
        const { open, link, value: announced } = groups!;
        const end = index + all.length - (expression === QUOTED ? 1 : 0);
        const start = end - announced!.length;
        const value = trimmed(text.slice(start, end), Boolean(open));
        const isPointedOut = link === undefined || open !== '' || /[:=>|→]/.test(link);
        if (looksSecret(value, isPointedOut)) yield { kind: 'secret', start, end: start + value.length };
      }
    for (const { index, 0: all, groups } of folded.matchAll(PIN))
      yield { kind: 'secret', start: index + all.length - groups!.value!.length, end: index + all.length };
  },
};
