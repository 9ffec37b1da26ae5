const guardedForm = (target: EventTarget | null) =>
  (target as Element | null)?.closest?.<HTMLFormElement>('form[data-guarded]');

const dirtyForm = () => document.querySelector<HTMLFormElement>('form[data-dirty]');

/** Asks before a page with unsent text is left. A draft may be kept; the question costs less than the doubt. */
export function guardForms(): void {
  document.addEventListener('input', ({ target }) => {
    const form = guardedForm(target);
    if (form) form.dataset.dirty = '';
  });
  document.addEventListener('submit', ({ target }) => {
    const form = guardedForm(target);
    if (form) delete form.dataset.dirty;
  });
  addEventListener('beforeunload', (event) => {
    if (dirtyForm()) event.preventDefault();
  });
  document.addEventListener('click', askBeforeLink, { capture: true }); // before React's router, which asks nobody
}

function askBeforeLink(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  const form = dirtyForm();
  if (!link || !form || link.target || link.pathname === location.pathname) return;
  if (confirm(form.dataset.guarded)) delete form.dataset.dirty;
  else {
    event.preventDefault();
    event.stopPropagation();
  }
}
