import highlighter from 'highlight.js/lib/common';

/**
 * Limits of colouring, in characters. Some grammars need time that grows with the square of a line, or with the cube
 * (six seconds for 10,000 characters of `[a](` as Markdown, measured): within these limits no post needs half a second.
 */
const COLOURED_LINE_MAX = 200;
/** Code coloured in one post, over all its blocks. */
export const COLOURED_CODE_MAX = 10_000;

/** What is left of {@link COLOURED_CODE_MAX} in the post being rendered. */
export interface ColourBudget {
  characters: number;
}

const LONG_LINE = new RegExp(`[^\\n]{${COLOURED_LINE_MAX + 1}}`);

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function colour(code: string, language: string, budget: ColourBudget): string {
  if (code.length > budget.characters || LONG_LINE.test(code)) return escapeHtml(code);
  budget.characters -= code.length;
  return highlighter.highlight(code, { language, ignoreIllegals: true }).value;
}

/**
 * A code block as HTML, coloured by classes if its language is named and known. Languages are never guessed: that would
 * run every grammar over every block. The block can be focused, because long lines are scrolled with the keyboard too.
 *
 * @param code The text of the block.
 * @param language The word behind the fence, may be empty.
 * @param budget Reduced by what is coloured.
 */
export function renderCode(code: string, language: string, budget: ColourBudget): string {
  if (!highlighter.getLanguage(language)) return `<pre tabindex="0"><code>${escapeHtml(code)}</code></pre>\n`;
  const html = colour(code, language, budget);
  return `<pre tabindex="0"><code class="language-${language.toLowerCase()}">${html}</code></pre>\n`;
}
