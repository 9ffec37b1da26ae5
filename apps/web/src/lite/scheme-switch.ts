const STORE = 'theme';

function show(choice: string): void {
  const root = document.documentElement;
  if (choice === 'auto') delete root.dataset.theme;
  else root.dataset.theme = choice;
  for (const button of document.querySelectorAll<HTMLElement>('[data-scheme]')) {
    button.setAttribute('aria-pressed', String(button.dataset.scheme === choice));
  }
}

/** Lets the reader choose light, dark, or what the system says; remembered in this browser. */
export function startSchemeSwitch(): void {
  show(document.documentElement.dataset.theme ?? 'auto');
  document.addEventListener('click', (event) => {
    const choice = (event.target as Element).closest<HTMLElement>('[data-scheme]')?.dataset.scheme;
    if (!choice) return;
    show(choice);
    try {
      localStorage.setItem(STORE, choice);
    } catch {
      // Storage may be forbidden; the choice then holds for this page.
    }
  });
}
