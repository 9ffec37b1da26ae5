// The smallest of eld's databases: it tells German from English as well as the others, and takes 60 MB of memory where
// the medium one takes 200.
import { eld } from 'eld/extrasmall';

/** The languages content may be written in. */
export type DetectableLanguage = 'de' | 'en';

/** More text makes the answer no better. In characters. */
const SAMPLE_LENGTH = 1_000;

/** A word or two are a name as often as a language. In characters. */
const SHORTEST_SAMPLE = 12;

/**
 * The language of a text. The same text and fallback always give the same answer.
 *
 * @param text Plain text, without code: see `plainTextOfMarkdown`.
 * @param fallback Answer for what is too short, mixed, or in another language: the language of the author's interface.
 */
export function detectLanguage(text: string, fallback: DetectableLanguage): DetectableLanguage {
  const sample = text.slice(0, SAMPLE_LENGTH).trim();
  if (sample.length < SHORTEST_SAMPLE) return fallback;
  // All languages compete: with German and English alone, a Spanish question would pass for English.
  const result = eld.detect(sample);
  const isKnown = result.language === 'de' || result.language === 'en';
  return isKnown && result.isReliable() ? (result.language as DetectableLanguage) : fallback;
}
