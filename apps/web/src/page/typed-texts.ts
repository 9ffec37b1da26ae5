/**
 * Keeps what somebody types into a text the server has filled in while React takes the page over. React puts the server's
 * text back into every `textarea` that holds one (`initTextarea` of react-dom 19), and what was typed would be gone. To be
 * called right before `hydrateRoot`.
 *
 * @returns puts back what was typed meanwhile, with the caret where it was; to be called once React answers
 */
export function keepTypedTexts(page: HTMLElement): () => void {
  const typed = new Map<HTMLTextAreaElement, { text: string; caret: number }>();
  const remember = (field: HTMLTextAreaElement) =>
    typed.set(field, { text: field.value, caret: field.selectionStart });
  const listen = ({ target }: Event) => {
    if (target instanceof HTMLTextAreaElement) remember(target);
  };
  for (const field of page.querySelectorAll('textarea'))
    if (field.value !== field.defaultValue) remember(field);
  page.addEventListener('input', listen);

  return () => {
    page.removeEventListener('input', listen);
    for (const [field, { text, caret }] of typed) {
      if (field.value === text) continue;
      field.value = text;
      field.setSelectionRange(caret, caret);
      field.dispatchEvent(new Event('input', { bubbles: true })); // what reads along, such as drafts, learns of it
    }
  };
}
