/** A name as it is written: capital, then letters; up to three parts. */
export const NAME = "\\p{Lu}[\\p{L}'’]{1,24}(?:-\\p{Lu}[\\p{L}'’]{1,24})?";

/** Capitalised words that stand where a name might, and are none. */
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    'alle allen allerseits admin admins administrator anbieter anwender beinand betreff bitte community danke damen dank das der die ein eine ' +
    'entwickler euch euer experten expertin experte forum forenmitglieder freunde für gemeinde gerne gruß grüße gruss grüsse hallo helfer herr ' +
    'herren frau hilfe hotline ich ihr ihre im in it kollege kollegen kolleginnen kunde kunden kundenservice leidensgenossen leute liebe ' +
    'mitenand mitglieder miteinander mitstreiter moderator moderatoren nachbarn nutzer profis service serviceteam spezialisten support supportteam ' +
    'team technik techniker telekom und unternehmer user vielen viele vom von welt wir zusammen zusammn all and anyone community dear everybody ' +
    'everyone folks forum friends guys hello hi members ps re regards support team thanks there you your ich wenn seit beim nach mit leider ' +
    'vertrieb einkauf mustermann musterfrau mr mrs ms miss dr prof'
  ).split(' '),
);

/** Whether a capitalised word may be the name of a person. */
export const mayBeName = (word: string): boolean =>
  !NO_NAMES.has(word.toLowerCase()) && !NO_NAMES.has(word.toLowerCase().split('-')[0]!);
