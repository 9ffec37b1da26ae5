import type { StateCore } from 'markdown-it';

const TASK = /^\[([ xX])\](?=\s)/;

/**
 * Shows `- [ ]` and `- [x]` as boxes. They are characters, not form fields: nobody can tick them in another's post,
 * they need no label, and they survive in mails and search results.
 */
export function markTasks(state: StateCore): void {
  const { tokens } = state;
  tokens.forEach((item, index) => {
    if (item.type !== 'list_item_open') return;
    if (tokens[index + 1]?.type !== 'paragraph_open') return;
    const text = tokens[index + 2]?.children?.[0];
    const task = text?.type === 'text' ? TASK.exec(text.content) : null;
    if (!text || !task) return;
    text.content = (task[1] === ' ' ? '☐' : '☑') + text.content.slice(task[0].length);
    item.attrJoin('class', 'task');
  });
}
