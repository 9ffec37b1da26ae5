import type { ReactNode } from 'react';
import styles from './TitleText.module.css';

/**
 * A word with hyphens of which one side is as short as an abbreviation: *E-17*, *Wi-Fi-6*, *SIP-Trunk*; with the signs that
 * stand at it. Longer sides part as any word does.
 */
const SHORT_NAME = new RegExp(
  '[^\\s\\p{L}\\p{N}-]{0,3}(?<![\\p{L}\\p{N}-])' +
    '(?:(?:[\\p{L}\\p{N}]{1,3}-){1,3}[\\p{L}\\p{N}]{1,10}|[\\p{L}\\p{N}]{1,10}(?:-[\\p{L}\\p{N}]{1,3}){1,3})' +
    '(?![\\p{L}\\p{N}])[^\\s\\p{L}\\p{N}-]{0,3}',
  'gu',
);

/** Where something in a text begins and ends. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

interface TitleTextProps {
  text: string;
  /** What is marked, in its order. */
  marked?: readonly TextRange[];
}

/**
 * The text of a title, in which no line ends inside a short name such as *E-17*. Browsers part lines behind every hyphen, and
 * no style forbids it for all of a text; another character in its place would be copied, searched and read out.
 */
export function TitleText({ text, marked = [] }: TitleTextProps) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { 0: name, index } of text.matchAll(SHORT_NAME)) {
    parts.push(...withMarks(text, { start: end, end: index }, marked));
    end = index + name.length;
    parts.push(
      <span key={`name ${index}`} className={styles.whole}>
        {withMarks(text, { start: index, end }, marked)}
      </span>,
    );
  }
  return [...parts, ...withMarks(text, { start: end, end: text.length }, marked)];
}

/** A piece of the text with the parts of marks that lie in it. */
function withMarks(text: string, piece: TextRange, marked: readonly TextRange[]): ReactNode[] {
  const parts: ReactNode[] = [];
  let shown = piece.start;
  for (const mark of marked) {
    const [start, end] = [Math.max(mark.start, piece.start), Math.min(mark.end, piece.end)];
    if (start >= end) continue;
    if (start > shown) parts.push(text.slice(shown, start));
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>);
    shown = end;
  }
  if (shown < piece.end) parts.push(text.slice(shown, piece.end));
  return parts;
}
