import type { Match, Rule } from '../rule.js';
import { OPENING } from './linking.js';
import { isProduct } from './product.js';
import { isChosenWord, isStandIn, looksSecret } from './looks-secret.js';

const ACCESS =
  '(?:zugang|zugangsdaten|logindaten|anmeldedaten|anmeldung|login|credentials|basic-?auth|authentifizierung|einloggen|anmelden)';
/** Names that nobody but a device or a test bears. */
const KNOWN_NAME =
  '(?:admin(?:istrator)?|root|user|gast|guest|test(?:user)?|demo|service|support|operator|sa|pi)';
const BETWEEN = '(?: ?\\/{1,2} ?| ?[|,:&] ?| \\+ | und | and )';

/** *Zugangsdaten: admin / secret*. */
const BEHIND_ACCESS = new RegExp(
  `${ACCESS}(?: [\\p{L}-]{1,20}){0,3}[ :=]{1,3}[^\\s/|,:]{2,40}${BETWEEN}(?<value>\\S{4,64})`,
  'gu',
);
/** `admin / secret`, *(Administrator, secret)*, *als Administrator mit secret*. */
const BEHIND_KNOWN_NAME = new RegExp(
  `(?<![\\p{L}\\p{N}/.:@_-])${KNOWN_NAME}(?: ?/ ?|:| - (?=\\S{0,62}[0-9!#$]{2})|(?<=\\(\\p{L}{2,13}), |(?<=(?:als|user|benutzer|nutzer) \\p{L}{2,13}) mit )(?<value>[^\\s/:]{6,64})(?!\\S)`,
  'gu',
);
/** *Zugang ist root / toor*, *Zugang Router: admin* and the password in the next line: any word does. */
const ANY_BEHIND_KNOWN_NAME = new RegExp(
  `${ACCESS}(?: [\\p{L}-]{1,20}){0,2}(?: ?: ?| ist | lautet | is )${KNOWN_NAME}(?: ?/ ?|[ \\t]?\\n)${OPENING}(?<value>[\\p{L}\\p{N}!#$%&*_.-]{3,64})(?=["“”«».,;)]{0,2}(?:\\s|$))`,
  'gu',
);
/** *Benutzer/Kennwort = service/Schaltschrank*, *Anmeldename und Passwort: nord, Verdampfer2*. */
const PAIR =
  /(?:benutzer(?:name)?|nutzer(?:name)?|user(?:name)?|login|kennung|anmeldename|name)(?: ?\/ ?| und | & |, ?)(?:pa(?:ss|ß)wor[dt]|kennwor[dt]|pw|pass)["*]? ?[:=] ?(?:sind |lauten? )?[^\s/,;|]{2,40}(?<between> ?[/;|] ?|, | und )(?<value>[^\s/]{4,64})/gu;
/** *(Benutzer installer, SolarPark7)*: the word and number behind a name. */
const BEHIND_NAME =
  /(?<!\p{L})(?:benutzer(?:name)?|nutzer(?:name)?|user(?:name)?|login):? (?!und |oder )[^\s,;]{2,40}, (?<value>\p{L}{4,24}[!#$%&*_.-]?[0-9]{1,4}!?)(?=[,;)]|\.?(?:\s*$|\n))/gu;
/** *U: service P: Schrank12*. */
const ABBREVIATED = /(?<!\p{L})(?:u|usr|bn|id): ?[^\s,;]{2,40}[ ,;/]{1,3}p(?:w|wd)?: ?(?<value>\S{4,64})/gu;
/** *Passwort alt/neu: Pinsel1/Farbroller2*, *Kennwort: alt Pinsel1, neu Farbroller2*. */
const OLD_AND_NEW =
  /(?:pa(?:ss|ß)wor[dt]|kennwor[dt]|(?<!\p{L})pw)(?: [\p{L}]{2,12}){0,2}(?: ?\(?alt ?\/ ?neu\)? ?: ?(?<first>[^\s/]{4,32}) ?\/ ?|: alt:? (?<before>[^\s,]{4,32}),? (?:und )?neu:? )(?<value>\S{4,32})/dgu;
/** *TeamViewer 883 120 445 / 4hh2kz*: the number of a computer and what lets one in. */
const REMOTE_CONTROL =
  /(?:teamviewer|anydesk|rustdesk|supremo|fernwartung)[^\n0-9]{0,24}(?:[0-9] )?[0-9]{3} ?[0-9]{3} ?[0-9]{3,4}(?: ?[/,|;] ?| und | mit )(?<value>[\p{L}\p{N}!#$%&*-]{4,16})(?![\p{L}\p{N}])/gu;
/** *ssh admin@10.20.0.1, danach secret*. */
const IN_TERMINAL =
  /(?<![\p{L}\p{N}])(?:ssh|telnet|sftp|runas|rdp) \S{2,80}(?: \S{1,40})?,? (?:und )?(?:danach|dann|mit|als passwort) (?<value>\S{5,64})/gu;

const CLOSING = /[.,;:?)\]}>"'“”‘’«»‹›|]+$/;
const hasDigitOrSign = (value: string) => /[0-9!#$%&*§]/.test(value);

/** Passwords beside the name of a user, of which no word says that they are one. */
export const besideUserRule: Rule = {
  *find({ text, folded }): Iterable<Match> {
    for (const [expression, isOne] of [
      [BEHIND_ACCESS, (value: string) => looksSecret(value, true)],
      [
        BEHIND_KNOWN_NAME,
        (value: string) =>
          /^[0-9]{5,8}$/.test(value) ||
          (/[0-9]/.test(value) && /\p{L}/u.test(value) && looksSecret(value, true)),
      ],
      [
        ANY_BEHIND_KNOWN_NAME,
        (value: string) => hasDigitOrSign(value) || isChosenWord(value) || /^\p{Ll}{3,5}$/u.test(value),
      ],
      [BEHIND_NAME, (value: string) => /\p{Lu}\p{Ll}{2}/u.test(value) && !isProduct(value)],
      [ABBREVIATED, (value: string) => hasDigitOrSign(value) && looksSecret(value, true)],
      [REMOTE_CONTROL, (value: string) => /[0-9]/.test(value) && /\p{L}/u.test(value)],
      [IN_TERMINAL, (value: string) => looksSecret(value, true) && /[0-9]/.test(value)],
    ] as const)
      for (const { index, 0: all, groups } of folded.matchAll(expression)) {
        const end = index + all.length;
        const start = end - groups!.value!.length;
        const value = text.slice(start, end).replace(CLOSING, '');
        if (!isStandIn(value) && isOne(value)) yield { kind: 'secret', start, end: start + value.length };
      }
    for (const { index, 0: all, groups } of folded.matchAll(PAIR)) {
      const end = index + all.length;
      const start = end - groups!.value!.length;
      const value = text.slice(start, end).replace(CLOSING, '');
      const isPair = hasDigitOrSign(value) || (/[/|]/.test(groups!.between!) && isChosenWord(value));
      if (isPair && !isStandIn(value)) yield { kind: 'secret', start, end: start + value.length };
    }
    for (const { indices } of folded.matchAll(OLD_AND_NEW)) {
      const { first, before, value } = indices!.groups!;
      for (const place of [first ?? before, value]) {
        const found = place && text.slice(...place).replace(CLOSING, '');
        if (found && (hasDigitOrSign(found) || isChosenWord(found)))
          yield { kind: 'secret', start: place[0], end: place[0] + found.length };
      }
    }
  },
};
