const NUMBER_WORDS =
  'tel(?:\\.|efon|ephone)?(?:[- ]?(?:nr|nummer|number|no)\\.?)?|fon|phones?(?: (?:no\\.?|number))?|call|ring|dial|ruf(?:en)?|rückruf(?:nummer)?|' +
  'anruf(?:en)?|[\\p{L}-]{0,20}(?:ruf|telefon)nummern?|durchwahl(?:nummer)?|(?:dienst)?handy(?:nummer|nr\\.?)?|mobil(?:funk|e|telefon|nummer|nr\\.?)?|cell|(?:tele)?fax(?:nummer|nr\\.?)?|' +
  'msisdn|did|ddi|caller(?:[- ]?id)?|clip|whatsapp|wa\\.me|signal|sms|hotline|zentrale|hauptnummer|kopfnummer|stammnummer|rufnummernblock|nebenstellen?|' +
  'festnetz(?:nummer)?|erreichbar|erreichen|(?:reach(?:ed)?|answer(?:ing|s|ed)?|contact(?:ed)?)(?: (?:me|us|him|her|them))?(?= (?:at|on|under|via))|einwahl|anschluss|sip|büro|(?:bin|sind|mich|uns)(?: \\p{L}{2,12}){0,2}(?= unter )';
const SMALL_WORDS =
  '(?:(?:ist|lautet|is|unter|bitte|als|an|auf|am|der|die|number|nummer|nr\\.?|no\\.?|at|on|me|us|mich|uns|ihn|sie|ihr|dich|euch|tagsüber|jederzeit|him|her|them|under|via|von|ab|to)[ :]{1,2}){0,3}';
/** Looks back from a place, instead of trying every place before it. */
const BEFORE = new RegExp(
  `(?<=(?<!\\p{L})(?:${NUMBER_WORDS})[ \\t.:=#|(/\\-]{0,6}${SMALL_WORDS}[+(]{0,2})`,
  'uy',
);
const BEHIND =
  /^[ \t]{0,2}[-(,]?[ \t]{0,2}(?:office|fax|mobile?|cell|home|work|phone|handy|privat|büro|zentrale|dienstlich|geschäftlich|tel)(?!\p{L})/u;

/**
 * Whether a word before a place says that a telephone number begins there: *Tel.*, *call*, *unter*.
 * @param folded text in small letters
 */
export function isPhoneAnnounced(folded: string, start: number): boolean {
  BEFORE.lastIndex = start;
  return BEFORE.test(folded);
}

/** Whether a word behind a place says that a telephone number ended there: *-Fax*, *mobile*. */
export const isPhoneNamed = (folded: string, end: number): boolean =>
  BEHIND.test(folded.slice(end, end + 16));
