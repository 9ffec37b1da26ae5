import type { Match, Rule } from '../rule.js';

/** Words of codes that open something, as the ends of compounds, too: *Portierungs-PIN*, *Telefon-Geheimzahl*, *Gerätecode*. */
const CODE_WORD =
  /(?:pins?[12]?|puks?|geheimzahl|codes?)(?![\p{L}\p{N}])(?<=(?<word>[\p{L}-]{0,24}(?:pins?[12]?|puks?|geheimzahl|codes?)))/gu;
/** Codes that tell of things and faults. */
const TELLING =
  /(?:fehler|status|stör|störungs|blink|farb|quell|bar|qr|länder|sprach|artikel|produkt|bestell|material|waren|zoll|typ|typen|modell|bic|swift|exit|rückgabe|return|error|event|ereignis|diagnose|alarm|opt|post|zip|source|hex|maschinen|programm|g|m|byte|unter|org|daten|strich|tele)-?codes?$/u;
/** How far behind its word, and over how many ends of sentences. */
const REACH = 90;
const MOST_ENDS = 2;
/** Who has it, or since when: what is told then is the code and no other number. */
const OWNED =
  /(?<![\p{L}\p{N}])(?:(?:meine?|unsere?|die|sie|der|er|es|das|my|our|it)(?: \p{L}{2,16})?,? (?:ist|war|wäre|lautet|is|was)|aktuell|derzeit|momentan|bisher|zurzeit|currently|(?:ist|lautet|is) (?:vermutlich|wohl|wahrscheinlich|angeblich|glaube ich|probably))(?: \p{L}{3,16})? {0,2}[:(„"]{0,2}(?!(?:(?:19|20)[0-9]{2}|512|1024|2048|4096|8192)(?![0-9]))(?<value>[0-9]{2}(?:[ -][0-9]{2}){1,4}|[0-9]{3}[ -][0-9]{3}|[0-9]{4,8})(?![\p{L}\p{N}%€]|[.,:-][0-9]| (?:[0-9]|€|euro|uhr|stellen|ziffern|mal|stück|tage|jahre))/u;

const DIGITS =
  '(?!(?:19|20)[0-9]{2}(?![0-9]))(?<value>[0-9](?:-[0-9]){3,7}|[0-9]{2}(?:[ -][0-9]{2}){1,4}|[0-9]{3}[ -][0-9]{3}|[0-9]{4,8})(?![\\p{L}\\p{N}%€]|[.,:-][0-9])';
/** *wir geben seit Jahren 2611 ein*, *dreimal 7714 eingegeben*, *die App zeigt 771 230 an*: digits that somebody types or reads. */
const TYPED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:gebe|geben|gibt|tippe|tippen|tippt|wähle|wählen|drücke|drücken|zeigt)(?: \\p{L}{2,10}){0,4}|bei (?:uns|mir) (?:ist|war)(?: es| sie)?|nur|jetzt|nun|\\p{L}{0,5}mal|dann|(?:sms|app|mail)(?: \\p{L}{2,10}){0,2} (?:kam|kamen|war|steht)) ${DIGITS}(?=["”“]? (?:ein|an|eingegeben|eingetippt|eingebe|bekommen|und raute|#)(?!\\p{L})|, (?:geht|wird|passt|nimmt)|\\.(?:\\s|$))`,
  'gu',
);
/** How far before and behind typed digits their word stands. */
const REACH_OF_TYPED = 100;

/** Codes that stand apart from the word for them: *Kann jemand die PIN zurücksetzen? Aktuell 39-17-04*. */
export const distantCodeRule: Rule = {
  sparesHarmless: true,
  *find({ folded }): Iterable<Match> {
    let done = 0;
    for (const { index, 0: word, groups } of folded.matchAll(CODE_WORD)) {
      if (TELLING.test(groups!.word!)) continue;
      const behind = index + word.length;
      const from = Math.max(done, behind);
      const rest = folded.slice(from, behind + REACH);
      done = from;
      const owned = OWNED.exec(rest);
      if (!owned || (rest.slice(0, owned.index).match(/[.!?]\s|\n/g)?.length ?? 0) > MOST_ENDS) continue;
      const end = from + owned.index + owned[0].length;
      yield { kind: 'secret', start: end - owned.groups!.value!.length, end };
      done = end;
    }
    for (const { index, 0: all, groups } of folded.matchAll(TYPED)) {
      const end = index + all.length;
      const near = folded.slice(Math.max(0, index - REACH_OF_TYPED), end + REACH_OF_TYPED);
      if (Array.from(near.matchAll(CODE_WORD)).some(({ groups: found }) => !TELLING.test(found!.word!)))
        yield { kind: 'secret', start: end - groups!.value!.length, end };
    }
  },
};
