import { attribute, block, type HtmlNode, type Rules } from './rule.js';

const RAISED: Record<string, string> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '+': '⁺',
  '-': '⁻',
  '(': '⁽',
  ')': '⁾',
  n: 'ⁿ',
};
const LOWERED: Record<string, string> = {
  0: '₀',
  1: '₁',
  2: '₂',
  3: '₃',
  4: '₄',
  5: '₅',
  6: '₆',
  7: '₇',
  8: '₈',
  9: '₉',
  '+': '₊',
  '-': '₋',
  '(': '₍',
  ')': '₎',
};

/** Unicode's raised or lowered signs where they exist for all of a short text; else the sign that mathematicians type. */
function shift(node: HtmlNode, content: string, signs: Record<string, string>, mark: string): string {
  const letters = [...(node.textContent ?? '')];
  if (letters.length > 0 && letters.every((letter) => letter in signs))
    return letters.map((letter) => signs[letter]).join('');
  return letters.length <= 3 && !/\s/.test(content) ? `${mark}${content}` : content; // longer ones are small print
}

/** Rules for running text, quotations and lists. */
export const textRules: Rules = {
  strikeThrough: {
    filter: ['del', 's', 'strike'],
    replacement: (content) => (content.trim() === '' ? content : `~~${content}~~`),
  },
  raised: { filter: 'sup', replacement: (content, node) => shift(node, content, RAISED, '^') },
  lowered: { filter: 'sub', replacement: (content, node) => shift(node, content, LOWERED, '\\_') },

  // Neither we nor CommonMark can fold a quotation; the word is the same in German.
  quotation: {
    filter: 'blockquote',
    replacement: (content, node) => {
      const text = content.trim().replace(/\n{3,}/g, '\n\n');
      const marked = /\bspoiler\b/.test(attribute(node, 'class')) ? `**Spoiler**\n\n${text}` : text;
      return block(marked.replace(/^/gm, '> ').replace(/^> $/gm, '>'));
    },
  },

  listItem: {
    filter: 'li',
    replacement: (content, node) => {
      const list = node.parentNode;
      const marker = list?.nodeName === 'OL' ? `${ordinal(list, node)}. ` : '- ';
      const text = content
        .replace(/^\n+/, '')
        .trimEnd()
        .replace(/\n(?!\n|$)/g, `\n${' '.repeat(marker.length)}`);
      if (node.nextSibling === null) return marker + text;
      return `${marker}${text}${hasParagraph(node) ? '\n\n' : '\n'}`;
    },
  },

  // A numbered list may interrupt a paragraph only if it begins with one.
  nestedList: {
    filter: (node) =>
      (node.nodeName === 'UL' || node.nodeName === 'OL') && node.parentNode?.nodeName === 'LI',
    replacement: (content, node) => {
      const before = /^[02-9]|^1\d/.test(content) ? '\n\n' : '\n';
      return node.nextSibling ? block(content) : `${before}${content}`;
    },
  },

  term: { filter: 'dt', replacement: (content) => block(`**${content.trim()}**`) },
  definition: { filter: 'dd', replacement: (content) => block(content.trim()) },
};

/** Whether the author set the item apart as a paragraph; a blank line between items keeps it so. */
const hasParagraph = (item: HtmlNode): boolean =>
  Array.from(item.children).some((child) => child.nodeName === 'P');

/** The number of a list item, counted from the list's `start`. */
function ordinal(list: HtmlNode, item: HtmlNode): number {
  const start = /^\d{1,8}$/.test(attribute(list, 'start')) ? Number(attribute(list, 'start')) : 1;
  return start + Array.prototype.indexOf.call(list.children, item);
}
