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

/**
 * The text of a title, in which no line ends inside a short name such as *E-17*. Browsers part lines behind every hyphen, and
 * no style forbids it for all of a text; another character in its place would be copied, searched and read out.
 */
export function TitleText({ text }: { text: string }) {
  const parts = [];
  let end = 0;
  for (const { 0: name, index } of text.matchAll(SHORT_NAME)) {
    if (index > end) parts.push(text.slice(end, index));
    parts.push(
      <span key={index} className={styles.whole}>
        {name}
      </span>,
    );
    end = index + name.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}
