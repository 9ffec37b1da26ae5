import { attribute, block, contains, type HtmlNode, type Rules } from './rule.js';

/** Rules for code blocks, code in running text, and keys. */
export const codeRules: Rules = {
  codeBlock: {
    filter: 'pre',
    replacement: (_content, node) => {
      const code = (node.textContent ?? '').replace(/\r\n?/g, '\n').replace(/^\n|\n+$/g, '');
      const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
      return block(`${fence}${languageOf(node)}\n${code}\n${fence}`);
    },
  },

  // Blanks are kept; a code span cannot hold an empty line.
  code: {
    filter: (node) => ['CODE', 'KBD', 'SAMP', 'TT'].includes(node.nodeName) && !contains(node, 'a', 'img'),
    replacement: (_content, node) => {
      const code = (node.textContent ?? '').replace(/\s*\n\s*/g, ' ');
      if (code.trim() === '') return code;
      const ticks = '`'.repeat(longestRun(code) + 1);
      const pad = /^`|`$|^ .* $/.test(code) ? ' ' : '';
      return `${ticks}${pad}${code}${pad}${ticks}`;
    },
  },
};

/** `js` of `<pre class="lang-js prettyprint-override">` or of the `<code>` inside it; empty for none. */
function languageOf(pre: HtmlNode): string {
  const classes = `${attribute(pre, 'class')} ${pre.firstChild ? attribute(pre.firstChild, 'class') : ''}`;
  const language = /\blang(?:uage)?-([\w+#.-]{1,30})/.exec(classes)?.[1]?.toLowerCase() ?? '';
  return language === 'none' ? '' : language;
}

const longestRun = (code: string): number =>
  Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
