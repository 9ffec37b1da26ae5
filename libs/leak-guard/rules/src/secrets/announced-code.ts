import type { Match, Rule } from '../rule.js';
import { LINK, OPENING, SOURCE } from './linking.js';
import { matchesAt, placesOf } from './matches-at.js';

/** What a code opens or proves, and whose it is: the first part of *Entsperrcode*, *Errichter-Code*. */
const OWNERS_OF_CODES =
  'tasten|zutritts|backup|reserve|registrierungs|entsperr|sperr|zugriffs|zugangs|pairing|kopplungs|freischalt|sicherheits|bestätigungs|verifizierungs|einmal|anmelde|kenn|pass|tür|tor|tresor|safe|alarm|schließ|' +
  'master|haupt|zweit|benutzer|bediener|einrichter|errichter|techniker|service|wartungs|programmier|moderator(?:en)?|teilnehmer|signatur|dongle|geräte|telefon|tastatur|panel|admin|werks|notfall';
/** Codes of one sort stand in brackets of this expression as one choice. */
const CODE_WORD =
  '(?:pin(?:[ -]?(?:nummer|nr\\.?|code))?[ -]?[12]?|(?<!\\p{L})(?:(?:puk|geheimzahl|persönliche identifikationsnummer|otp)(?:[ -]?(?:nummer|nr\\.?|code))?[ -]?[12]?|(?:m|i|e|mobile|chip|push|photo|sms)?-?tan|cvc|cvv)|geheimzahl|' +
  `(?:${OWNERS_OF_CODES})-?code|(?:alarmanlage|tresor|safe|haustür|türschloss|zahlenschloss|tastenfeld)(?:s|es)? code|` +
  '(?:einmal|start|initial)(?:pass|kenn)wort|(?:bestätigungs|verifizierungs)-?sms|(?:2fa|mfa|otp|sms)-?code|(?:verification|security|one-time|unlock|door|gate|entry|access) code|code (?:per|via|by) (?:sms|e?-?mail|text))';
const CODE = new RegExp(CODE_WORD, 'gu');
/** What a compound begins with: *Voicemail-PIN*. */
const FIRST_PART = '[\\p{L}-]{0,16}?';
const ARTICLE = '(?:(?:die|der|das|den|the) )?';
const DIGITS =
  '(?:[0-9]{4}(?: [0-9]{4}){1,2}|[0-9](?:-[0-9]){3,7}|[0-9]{3}[ -][0-9]{3}|[0-9]{2}(?:[ -][0-9]{2}){1,4}|[0-9](?: [0-9]){3,7}|[0-9]{4,10})';
/** *PIN 4711*, *die PIN am Tor ist die 4711*, *PUK steht auf der Karte: 48302716*. */
const BEHIND = new RegExp(
  `${CODE_WORD}(?!\\p{L})["”“]?(?: \\([\\p{L} -]{2,12}\\))?(?: (?:des|der|vom|von|für|zum|zur|am|auf|unserer|meiner|unseres|meines)(?: [\\p{L}-]{2,20}){1,2} (?=[0-9]{4,6}(?![0-9]))(?!(?:19|20)[0-9]{2}(?![0-9]))|(?: [\\p{L}-]{1,20}){0,4} (?:ist|lautet|war|wäre|enthielt|enthält|is) ${SOURCE}|(?: [\\p{L}-]{1,20}){1,5}: ?|[^.\\n!?:]{0,40}(?:stellen|ziffern|stellig|karte|brief|zettel|aufkleber|sms): ?|${LINK}${SOURCE})${ARTICLE}${OPENING}(?<value>${DIGITS})(?![\\p{L}\\p{N}]| [0-9])`,
  'uy',
);
/** *Die PUK vom Brief 48302716*: eight digits are no other number beside that word. */
const PUK = /(?<!\p{L})puk[12]?(?: [\p{L}-]{1,16}){0,4} (?<value>[0-9]{8})(?![\p{L}\p{N}]|[.,-][0-9])/gu;
/** *photoTAN liefert 8812940*, *die App für die TAN zeigt 771 230 an*. */
const SHOWN =
  /(?:tan(?<=(?<!\p{L})[\p{L}-]{3,11})|(?<!\p{L})(?:otp|authenticator|token))(?: [\p{L}-]{1,16}){0,3} (?:liefert|zeigt|schickt|sagt|erzeugt|ergibt)(?: [\p{L}]{1,12})? (?<value>[0-9]{3} [0-9]{3}|[0-9]{6,8})(?![\p{L}\p{N}]|[.,-][0-9]| ?(?:sekunden|s(?!\p{L})))/gu;
/** *3391 als PIN*, *4711 ist meine PIN*, *G-482913 ist dein Bestätigungscode*. */
const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/+-])(?:g-)?(?<value>${DIGITS})["”“»«]?(?: (?:als|as|ist|war|wäre|is|was)(?: (?:die|der|das|den|mein|meine|unsere?|dein|ihre?|neue|my|our|your)){0,2} | \\()${FIRST_PART}${CODE_WORD}(?![\\p{L}])`,
  'gu',
);
/** *CVC 123*: three digits say nothing but beside these words. */
const CARD_CODE =
  /(?<!\p{L})(?:cvc2?|cvv2?|kartenprüf(?:nummer|ziffer|zahl)|prüf(?:nummer|ziffer)(?= der karte)|sicherheitscode|security code)(?: der [\p{L}-]{4,20}| of the card)?(?: (?:ist|lautet|is))?[ \t:=]{1,3}(?<value>[0-9]{3})(?![\p{L}\p{N}]|[.,-][0-9])/gu;
/** *Der Tresor öffnet mit 38-12-77*: what turns a lock is named, not the code. */
const LOCK =
  /(?<!\p{L})(?:tresor|safe|schließfach|schlüssel(?:kasten|tresor|safe|box)|zahlenschloss|codeschloss|kombination|alarmanlage|schranke|rolltor|tasten-?code|zutritts-?code)[^.\n!?0-9]{0,40}?(?: mit| hat|:| auf| ist| lautet| code| [\p{L}-]{6,20}eingang) (?:der |die )?(?:kombination )?(?!(?:19|20)[0-9]{2}(?! ?(?:scharf|unscharf|#))(?![0-9]))(?<value>[0-9]{1,2}(?:-[0-9]{1,2}){2,7}|[0-9]{4,8})(?![\p{L}\p{N}%€]|[.,:-][0-9]| (?:euro|uhr|kg|mm|stück|jahre))/gu;
/** *Tor 3 öffnet per Anruf und Code 8842*, *entsperren mit 7788*: what opens is told in the sentence. */
const OPENING_CODE =
  /(?:(?:(?<!\p{L})(?:tor|tür|schranke|garage|eingang|schloss|tastatur)|öffne)(?![^.\n!?]{0,40}(?:display|anzeige|meld|fehler|steht|zeigt))[^.\n!?]{0,40} code|entsperr\p{L}{1,4} mit|(?:un)?scharf mit) (?!(?:19|20)[0-9]{2}(?![0-9]))(?<value>[0-9]{4,8})(?![\p{L}\p{N}]|[.,:-][0-9])/gu;
/** *PIN von 1111 auf 2580 geändert* */
const CHANGED = new RegExp(
  `${CODE_WORD}(?: [\\p{L}-]{1,12}){0,3} (?:von|from) (?<before>[0-9]{4,8}) (?:auf|zu|in|to) (?<after>[0-9]{4,8})(?![\\p{L}\\p{N}])`,
  'duy',
);
/** *Online-Banking-PIN Pl3x9*: letters and digits mixed, right behind the word. */
const MIXED = new RegExp(
  `${CODE_WORD}(?: (?:ist|lautet|war|is|was))?[ :=„"“(]{1,3}(?=[^\\s]{0,16}[0-9])(?=[^\\s]{0,16}\\p{L})(?<value>[\\p{L}\\p{N}][\\p{L}\\p{N}!#$%&*_-]{3,14}[\\p{L}\\p{N}!])(?![\\p{L}\\p{N}])`,
  'uy',
);
/** A number and what it counts: *PIN 4-stellig*; with capitals inside it is none: *48tzK*. */
const COUNTED = /^[0-9]+[-.]?(?:\p{Ll}+|\p{Lu}\p{Ll}*)$/u;
/** *Die PUK, laut Kartenträger 93817264*, *die PIN hat er geändert, auf 2512*: alone in the sentence of the word, behind no other noun. */
const IN_SENTENCE =
  /(?:pin|(?<!\p{L})puk|geheimzahl)[12]?(?![\p{L}\p{N}])(?<between>[^.\n!?0-9%€]{2,70}?)(?<![\p{L}\p{N}.,:/+-])(?!(?:19|20)[0-9]{2}(?![0-9])|[0-9]{1,5}000(?![0-9]))(?<value>[0-9]{4,6}|[0-9]{8})(?=["”“»«)]{0,2}(?:[.,;!?](?!\p{N})|\s*$| (?:gesagt|genannt|genommen|gewählt|eingegeben|getippt|und|aber|oder|geht|ging|wird|wurde|ist|war|nicht|stimmt|passt)(?!\p{L})))/gu;
/** What stands right before a code and not before a number that is something else. */
const BEFORE_CODE =
  /(?:(?<!\p{L})(?:auf|mit|also|war|ist|noch|habe?|hatte|die|der|den|das|jetzt|nun|nämlich|immer|nur|wieder|als|oder|lautet|heißt|sagte|(?:laut|gemäß|vom|auf (?:dem|der)) [\p{L}-]{2,24})|[:,(„"“])[ ("„“]*$/u;
const OTHER_NUMBER =
  /(?:fehler|meldung|nummer|(?<!\p{L})(?:nr|tel|fax|iban|id|plz)(?!\p{L})|durchwahl|konto|kunde|vertrag|ticket|version|port|seite|artikel|hotline|anruf|wähl|euro|stück|uhr|jahr)/u;
/** What bears letters and digits and is the thing the code is for. */
const THING =
  /^(?:(?:windows|android|ios|iphone|ipad|fritz|panel|tp|op|ktp|s7|pin|puk|tan|code|version|sim|karte|2fa|rj|usb)[-_ ]?[0-9]|\p{L}[0-9]+$)/iu;

/** PINs, PUKs, TANs and codes of digits that open something, beside the word for them. */
export const announcedCodeRule: Rule = {
  *find({ text, folded }): Iterable<Match> {
    const places = placesOf(folded, CODE);
    for (const { indices } of matchesAt(folded, places, CHANGED))
      for (const [start, end] of [indices!.groups!.before!, indices!.groups!.after!])
        yield { kind: 'secret', start, end };
    for (const { index, 0: all, groups } of matchesAt(folded, places, BEHIND))
      yield { kind: 'secret', start: index + all.length - groups!.value!.length, end: index + all.length };
    for (const expression of [PUK, CARD_CODE, SHOWN, LOCK, OPENING_CODE])
      for (const { index, 0: all, groups } of folded.matchAll(expression))
        yield { kind: 'secret', start: index + all.length - groups!.value!.length, end: index + all.length };
    for (const { index, 0: all, groups } of folded.matchAll(BEFORE)) {
      const start = index + all.indexOf(groups!.value!);
      yield { kind: 'secret', start, end: start + groups!.value!.length };
    }
    for (const { index, 0: all, groups } of matchesAt(folded, places, MIXED)) {
      const end = index + all.length;
      const start = end - groups!.value!.length;
      const value = text.slice(start, end);
      if (!THING.test(value) && !COUNTED.test(value)) yield { kind: 'secret', start, end };
    }
    for (const { index, 0: all, groups } of folded.matchAll(IN_SENTENCE))
      if (BEFORE_CODE.test(groups!.between!) && !OTHER_NUMBER.test(groups!.between!)) {
        const end = index + all.length;
        yield { kind: 'secret', start: end - groups!.value!.length, end };
      }
  },
};
