const TYPING = 'input, textarea, select, [contenteditable]';

/** `/` and Ctrl/Cmd+K lead into the search field, where there is no room for one to the page that has it. */
export function startShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
    const palette = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!(palette || (slash && !(event.target as Element).closest(TYPING)))) return;
    const fields = [...document.querySelectorAll<HTMLInputElement>('input[type=search]')];
    const field = fields.find((candidate) => candidate.checkVisibility());
    event.preventDefault();
    if (!field) return document.querySelector<HTMLElement>('a[href$="/search#query"]')?.click();
    field.focus();
    field.select();
  });
}
