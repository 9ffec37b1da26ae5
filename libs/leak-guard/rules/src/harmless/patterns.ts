const DAY = '(?:0?[1-9]|[12][0-9]|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const TIME = '(?:[01]?[0-9]|2[0-4])[:.][0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?';
const NO_NUMBER_BEFORE = '(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][-/]|[0-9][.:])';
const NO_NUMBER_BEHIND = '(?![\\p{L}\\p{N}]|[./:-][0-9]|/\\p{L})';
const ISO_DATE = `(?:19|20)[0-9]{2}-${MONTH}-${DAY}`;
const AMOUNT = "[0-9]{1,3}(?:[. '’][0-9]{3}){0,4}(?:[.,][0-9]{1,3})?|[0-9]{1,12}(?:[.,][0-9]{1,4})?";
const UNITS =
  '€|eur|euro|chf|franken|usd|dollar|cent|ct|%|prozent|percent|[kmgt]?bit(?:/s|ps)?|[kmg]bps|[kmgt]i?b(?:/s|yte)?|bytes?|[kmg]?hz|mhz|ghz|dbm?|' +
  '[mµun]?s|sek(?:unden?)?|seconds?|min(?:uten?|utes?)?|stunden?|hours?|tagen?|days?|wochen?|weeks?|monaten?|months?|jahren?|years?|' +
  '[mk]?v(?:olt)?|[mk]?w(?:att)?|k?wh|m?a(?:h|mpere)?|[mckµ]?m|qm|kg|stück|stk|mal|x|zeichen|characters?|zeilen|lines|seiten|pages|nutzer|users?|' +
  'mitarbeitern?|anrufen?|calls?|nebenstellen|lizenzen|licen[cs]es|datensätzen?|records|mails?|nachrichten|messages|einträgen?|entries|stellen|ziffern|digits';
/** No number of somebody is announced right before: *Vertragsnummer V12/04*. */
const NOT_ANNOUNCED =
  '(?<!(?:ticket|fall|case|vorgang|auftrag|bestellung|vertrag|rechnung|lieferschein|nummer|nr\\.?)(?::? | ist | lautet ))';
/** A code ends where neither letters nor more groups of digits follow. */
const CODE_END = '(?![\\p{L}\\p{N}]| ?[-/]? ?[0-9])';

const DEVICE =
  '(?:geräte?s?|moduls?|baugruppen?|antriebs?|umrichters?|sensors?|ventils?|pumpe|motors?|steuerung|maschine|ersatzteils?|bauteils?|telefons?|routers?|switch(?:es)?)';
const PART = '[\\p{L}\\p{N}]{0,8}[-. ]?[0-9][\\p{L}\\p{N}]{0,20}(?:[-./ ][\\p{L}\\p{N}]{1,12}){0,6}';
/** Part numbers of Siemens, by which whole shop floors talk: *6ES7 214-1AG40-0XB0*. */
const MAKERS_PART = '[1-9][a-z]{2}[0-9]{1,4}[ -]?[0-9]{3,4}-[0-9][a-z0-9]{4}(?:-[0-9][a-z0-9]{3})?';

const pattern = (source: string) => new RegExp(source, 'gu');

/** Dates, times, amounts, versions, standards and codes; a group named `code` marks the part behind the word. */
export const HARMLESS_PATTERNS: readonly RegExp[] = [
  pattern(`${NO_NUMBER_BEFORE}${ISO_DATE}(?:[t ]{1,2}${TIME}(?:z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\\p{N}])`),
  pattern(
    `${NO_NUMBER_BEFORE}${DAY}\\. ?${MONTH}\\. ?(?:(?:19|20)?[0-9]{2})?(?:,? {1,2}(?:um )?${TIME})?${NO_NUMBER_BEHIND}`,
  ),
  pattern(`${NO_NUMBER_BEFORE}(?:${DAY}/${MONTH}|${MONTH}/${DAY})/(?:19|20)?[0-9]{2}${NO_NUMBER_BEHIND}`),
  pattern(`${NO_NUMBER_BEFORE}(?:19|20)[0-9]{2}[-/](?:${MONTH}|[0-9]{2})${NO_NUMBER_BEHIND}`),
  pattern(
    `${NO_NUMBER_BEFORE}(?:${MONTH}/)?(?:1[5-9]|20)[0-9]{2} ?- ?(?:${MONTH}/)?(?:1[5-9]|20)[0-9]{2}${NO_NUMBER_BEHIND}`,
  ),
  pattern(`${NO_NUMBER_BEFORE}${MONTH}/(?:19|20)[0-9]{2}${NO_NUMBER_BEHIND}`),
  pattern(`${NO_NUMBER_BEFORE}${TIME}(?: ?(?:-|bis|to|und|and) ?${TIME}| ?uhr| ?[ap]m)${NO_NUMBER_BEHIND}`),
  pattern(`(?<![\\p{L}\\p{N}.,]|[0-9][ /-])(?:${AMOUNT}) ?(?:${UNITS})(?![\\p{L}\\p{N}])`),
  pattern(`(?:€|eur|chf|usd|[$£]) ?(?:${AMOUNT})(?![\\p{N}])`),
  pattern(
    `(?:version|firmware|release|build|patch(?:level)?|revision|rev|fritz!?os|kernel|driver|treiber|(?<!\\p{L})${NOT_ANNOUNCED}v(?![0-9]{5}|[0-9]{4}[-/][0-9]{3}| [0-9]{3,}[-/ ])|(?<!\\p{L})fw|(?<!\\p{L})os)[ .:=]{0,3}(?<code>[0-9][\\p{L}\\p{N}.-]{0,30})`,
  ),
  pattern(
    `(?<!\\p{L})${NOT_ANNOUNCED}(?:rfc|iso(?:/iec)?|iec|din(?: en)?(?: iso)?|en|ieee|itu(?:-t)?|vde|etsi|3gpp|ts|tr|bsi|cve|cwe|kb(?=[- ]?[0-9]{6})|bcp|ansi|nist(?: sp)?|pci|usb|rj|cat|camt|pain)[-. ]{0,2}(?<code>[0-9][0-9.:/-]{0,24}[a-z]?)${CODE_END}`,
  ),
  pattern(
    `(?<!\\p{L})(?:[gexqh]\\.|windows |server |office |exchange )(?<code>[0-9]{1,4}(?:\\.[0-9]{1,2})?)${CODE_END}`,
  ),
  pattern(
    `(?<!\\p{L})${NOT_ANNOUNCED}(?:fehler(?:code|nummer|meldung|-nr\\.?)?|error(?: ?code)?|errno|code|status(?:code)?|http|event[- ]?id|meldungscode|returncode|exit(?: ?code)?|cause|ereignis(?:-id)?|stopcode|port|vlan|asn?|cseq|pid|line|zeile|seite|page|kapitel|absatz|artikel|art|§|bt|br)[ :=#-]{0,3}(?<code>[\\p{L}]{0,8}[-.]?[0-9][\\p{L}\\p{N}.-]{0,24})${CODE_END}`,
  ),
  pattern(
    `(?:artikel|(?<!\\p{L})(?:art\\.|sach|zeichnungs|katalog|baugruppen)|teile?|ersatzteil|material|modell|typ|zolltarif|hersteller|part|item|model|article|product|ean|gtin|sku|mpn|isbn|issn|pzn)[- ]?(?:nummer|nr\\.?|no\\.?|number|code)?[ :=#]{1,3}(?<code>[\\p{L}\\p{N}]{0,6}[-. ]?[0-9][\\p{L}\\p{N}]{0,20}(?:[-./ ][0-9][\\p{L}\\p{N}]{0,12}){0,6})`,
  ),
  // what makers of devices call order number, by which everybody orders the same part
  pattern(
    `bestell-?(?:nummer|nr\\.?|code|bezeichnung)(?: (?:laut|gemäß|auf dem|vom|am|des|der|für|den|die|das|[\\p{L}-]{2,16})){1,3} (?:typenschild(?:s|es)?|katalogs?|datenblatts?|${DEVICE})(?:,? (?:verwiesen|das|ist|lautet|war|steht|heißt|die)|[,:=]){0,4} (?:art\\.-nr\\. )?(?<code>${PART})`,
  ),
  pattern(`(?<![\\p{L}\\p{N}])${MAKERS_PART}${CODE_END}`),
  // what everybody can look up, and what a machine says
  pattern(
    `(?<!\\p{L})(?:issue|bug|pr|(?:pull|merge) request) (?<code>#?[0-9]{2,9})(?= ?(?:,|\\(|auf|bei|on|at|im|in|von|of|des) ?(?:dem |der |the )?(?:github|gitlab|bugzilla|launchpad|sourceforge|mozilla|debian|chromium|codeberg|upstream))`,
  ),
  pattern(
    `(?<!\\p{L})(?:meldung|warnung|alarm|störung) (?:nummer|nr\\.?) (?<code>[a-z]?[0-9]{2,8})(?= (?:vom|von der|am|an der|der|des|im) ${DEVICE}(?!\\p{L}))`,
  ),
  pattern(`(?<!\\p{L})(?:meldung|warnung|alarm) (?<code>[a-z]{1,2}-?[0-9]{3,6})${CODE_END}`),
  pattern(`(?<!\\p{L})störung (?<code>[aefw][0-9]{4,5})${CODE_END}`),
  pattern('(?<![\\p{L}\\p{N}])0x[0-9a-f]{1,32}(?![\\p{L}\\p{N}])'),
  pattern('(?<![\\p{L}\\p{N}])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\\p{L}\\p{N}])'),
];
