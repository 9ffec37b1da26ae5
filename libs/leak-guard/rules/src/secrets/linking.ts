/** What says in German and English that a value is meant, or since when and how surely it is. */
export const LINKING =
  '(?:ist|war|wäre|sei|lautet|lautete|heißt|wurde|müsste|sollte|dürfte|alt|geändert|gesetzt|zurückgesetzt|auf|jetzt|nun|neu|bisher|früher|noch|mal|steht|da|doch|auch|ebenfalls|übrigens|angeblich|unverändert|weiterhin|bleibt|derzeit|aktuell|einfach|immer|glaube? ich|vermutlich|wohl|wie üblich|wie immer|nach wie vor|seit jeher|seit jahren|seit [0-9]{4}|bei (?:uns|mir)|is|was|set|reset|changed|to|now|still|always)';

/** What may stand between an announcing word and its value: signs, words of {@link LINKING}, or the end of a line. */
export const LINK = `(?:(?: (?:ist|lautet|wie|folgt|hier|so)){0,3}[ \\t]{0,2}:?[ \\t]{0,2}\\n{1,2}[ \\t>-]{0,4}(?=[^\\s;|]{4,64}[ \\t]{0,4}(?:\\n|$))|["'], {0,2}|["'] {1,2}value=|[ \\t]{1,2}--?[ \\t]{1,2}|["'“”]?[ \\t]{0,3}(?:=>|->|→|[:=>|])[ \\t]{0,3}(?:(?:ist|lautet|is) {1,2})?|["']? {1,2}(?:${LINKING}[ :]{1,2}){0,3})`;

/** Where somebody has a value from, or how sure they are. */
export const SOURCE =
  '(?:(?:laut|gemäß) (?:(?:dem|der|meinem|unserem|ihrem) )?\\p{L}{2,24} |aber |nicht |eigentlich |vermutlich |angeblich |wohl |glaub(?:e)? ich |meines wissens |bei uns )?';

/** Quotation marks and brackets before a value. */
export const OPENING = '["\'„“”‚‘»«›‹(\\[]{0,2}';
