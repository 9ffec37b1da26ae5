import { diffWordsWithSpace } from 'diff';

/** A run of words that stayed, came or went. */
export interface TextChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words that may differ before two texts count as different altogether: the work grows with the square. */
const MOST_EDITS = 600;
/** Share of the longer text that must have stayed: below it a mix of single words would help nobody. */
const LEAST_IN_COMMON = 0.3;
/** Characters of what stayed that are shown on each side of a change. */
const CONTEXT = 160;
const LEFT_OUT = ' […] ';

/**
 * How one text became another, word by word; long stretches that stayed are shortened in their middle. Of texts that
 * have little in common the one is shown after the other.
 * @returns nothing where the texts are the same
 */
export function textChanges(before: string, after: string): TextChange[] {
  if (before === after) return [];
  const found = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS }) ?? [];
  const stayed = found.filter(({ added, removed }) => !added && !removed);
  const inCommon = stayed.reduce((sum, { value }) => sum + value.length, 0);
  if (inCommon < LEAST_IN_COMMON * Math.max(before.length, after.length))
    return [
      { kind: 'removed' as const, text: before },
      { kind: 'added' as const, text: after },
    ].filter(({ text }) => text !== '');
  return found.map(({ added, removed, value }, index) => {
    if (added) return { kind: 'added', text: value };
    if (removed) return { kind: 'removed', text: value };
    return { kind: 'same', text: shortened(value, index === 0, index === found.length - 1) };
  });
}

/** Keeps of an unchanged stretch the words that stand beside changes. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const shown = (isFirst ? 0 : CONTEXT) + (isLast ? 0 : CONTEXT);
  if (text.length <= shown + LEFT_OUT.length) return text;
  return (isFirst ? '' : firstWords(text)) + LEFT_OUT + (isLast ? '' : lastWords(text));
}

/** Whole words, or the beginning of one that is longer than all that is shown. */
const firstWords = (text: string): string =>
  text
    .slice(0, CONTEXT + 1)
    .replace(/\S+$/, '')
    .trimEnd() || text.slice(0, CONTEXT);

const lastWords = (text: string): string =>
  text
    .slice(-CONTEXT - 1)
    .replace(/^\S+/, '')
    .trimStart() || text.slice(-CONTEXT);
