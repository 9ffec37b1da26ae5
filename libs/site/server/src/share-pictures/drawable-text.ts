/**
 * Scripts that the font of our pictures has; digits, punctuation and accents belong to none. What another script says would
 * come out as boxes.
 */
const UNKNOWN_SCRIPT =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]/gu;
/** Pictograms of colour and what joins them, controls, and letters that no standard has given a shape. */
const SHAPELESS =
  /[\p{Emoji_Presentation}\p{Emoji_Modifier}\p{C}\u{1f000}-\u{1faff}\u{20e3}\u{fe00}-\u{fe0f}\u{e0000}-\u{e0fff}]/gu;
/** Marks that lie upon a letter, as many as a language needs; towers of them would leave their line. */
const TOWERS = /(\p{M}{3})\p{M}+/gu;
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** @returns what of a text can be drawn, on one line; empty where that is nothing */
export function drawableText(text: string): string {
  const drawn = text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(SHAPELESS, '')
    .replace(UNKNOWN_SCRIPT, '')
    .replace(TOWERS, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(drawn) ? drawn : '';
}

/** @returns whether a text begins at the right */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** @returns the letters of a text as people count them, so that none is cut in two */
export const lettersOf = (text: string): string[] =>
  [...graphemes.segment(text)].map(({ segment }) => segment);
