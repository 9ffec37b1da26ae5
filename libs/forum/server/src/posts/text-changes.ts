import { diffWordsWithSpace } from 'diff';

/** A stretch of text that stayed, came or went. */
export interface TextChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words that may differ before two texts count as different altogether: the work grows with the square. */
const MOST_EDITS = 400;
/** Characters of what stayed that are shown on each side of a change. */
const CONTEXT = 160;
const LEFT_OUT = ' […] ';

/**
 * How one text became another, word by word; long stretches that stayed are shortened in their middle.
 * @returns nothing where the texts are the same
 */
export function textChanges(before: string, after: string): TextChange[] {
  if (before === after) return [];
  const found = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (!found)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  return found.map(({ added, removed, value }, index) => {
    if (added) return { kind: 'added', text: value };
    if (removed) return { kind: 'removed', text: value };
    return { kind: 'same', text: shortened(value, index === 0, index === found.length - 1) };
  });
}

/** Keeps of an unchanged stretch what stands beside changes. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const head = isFirst ? '' : text.slice(0, CONTEXT);
  const tail = isLast ? '' : text.slice(-CONTEXT);
  return text.length <= head.length + tail.length + LEFT_OUT.length ? text : head + LEFT_OUT + tail;
}
