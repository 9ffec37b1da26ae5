/** What a tool makes of the selected text. */
export type MarkdownTool = 'bold' | 'list' | 'code' | 'link';

/** The text that replaces the selection, and what is selected in it afterwards. */
interface Replacement {
  text: string;
  selectFrom: number;
  selectTo: number;
}

/**
 * @param tool what the reader pressed
 * @param selected the marked text, perhaps empty
 * @param placeholder what stands in for an empty selection
 * @returns the Markdown to put in its place; the placeholder or the address is selected, to be typed over
 */
export function applyTool(tool: MarkdownTool, selected: string, placeholder: string): Replacement {
  const text = selected || placeholder;
  if (tool === 'bold') return around('**', text, '**');
  if (tool === 'link') {
    const before = `[${text}](`;
    return {
      text: `${before}https://)`,
      selectFrom: before.length,
      selectTo: before.length + 'https://'.length,
    };
  }
  if (tool === 'code') return text.includes('\n') ? around('```\n', text, '\n```') : around('`', text, '`');
  const list = text.replace(/^/gm, '- ');
  return { text: list, selectFrom: 2, selectTo: list.length };
}

function around(before: string, text: string, after: string): Replacement {
  return { text: before + text + after, selectFrom: before.length, selectTo: before.length + text.length };
}
