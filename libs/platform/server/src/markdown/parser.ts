import MarkdownIt from 'markdown-it';
import { isLinkable } from './destination.js';
import { renderCode, type ColourBudget } from './highlight-code.js';
import { boundExpansion } from './rules/bound-expansion.js';
import { keepOwnImages } from './rules/own-images.js';
import { linkMentions, type MentionEnvironment } from './rules/mentions.js';
import { markTasks } from './rules/task-lists.js';
import { shiftHeadings } from './rules/headings.js';
import { wrapTables } from './rules/tables.js';

/** What travels with one rendering; markdown-it adds its own keys. */
export interface RenderEnvironment extends MentionEnvironment {
  ownOrigin: string | undefined;
  colourBudget: ColourBudget;
  [key: string | symbol]: unknown;
}

/**
 * Blocks within blocks and brackets within brackets that are followed. No person nests deeper; what lies below is left
 * out of the HTML and stays in the source.
 */
const MAX_NESTING = 32;

function createParser() {
  const parser = new MarkdownIt({
    html: false,
    // People press Enter where they want a new line, as in a mail.
    breaks: true,
    linkify: true,
    // Quotation marks are the author's business, and differ between German and English.
    typographer: false,
    maxNesting: MAX_NESTING,
  });
  parser.validateLink = isLinkable;
  // Only addresses with a scheme become links by themselves: `setup.sh`, `readme.md` and `root@server` are not meant so.
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  parser.linkify.add('ftp:', null).add('//', null);
  // First of our rules, so that the others never see what is too much.
  parser.core.ruler.push('bound_expansion', boundExpansion);
  parser.core.ruler.push('shift_headings', shiftHeadings);
  parser.core.ruler.push('own_images', keepOwnImages);
  parser.core.ruler.push('task_lists', markTasks);
  parser.core.ruler.push('tables', wrapTables);
  parser.core.ruler.push('mentions', linkMentions);
  parser.renderer.rules['fence'] = (tokens, index, _options, environment) => {
    const { content, info } = tokens[index]!;
    const language = parser.utils.unescapeAll(info).trim().split(/\s/, 1)[0]!;
    return renderCode(content, language, (environment as RenderEnvironment).colourBudget);
  };
  parser.renderer.rules['code_block'] = (tokens, index, _options, environment) =>
    renderCode(tokens[index]!.content, '', (environment as RenderEnvironment).colourBudget);
  return parser;
}

/** The one Markdown parser of the product; its output still goes through the sanitiser. */
export const markdown = createParser();
