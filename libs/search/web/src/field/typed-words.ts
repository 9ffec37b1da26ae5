import type { TextRange } from '@kundig/web-kit';

const WORD = /[\p{L}\p{N}]+/gu;
/** Below it a word begins half of all others. */
const SHORTEST = 2;

/** Without case and accents, an umlaut spelled out or not, as the server looks for it. */
const folded = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/([aou])e/g, '$1');

/** @returns where the words of a title stand that begin like one that was typed, in their order */
export function typedWords(title: string, query: string): TextRange[] {
  const typed = [...query.matchAll(WORD)]
    .map(([word]) => folded(word))
    .filter((word) => word.length >= SHORTEST);
  return [...title.matchAll(WORD)]
    .filter(([word]) => typed.some((beginning) => folded(word).startsWith(beginning)))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}
