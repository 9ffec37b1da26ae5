const WAKING_EVENTS = ['pointerdown', 'keydown', 'focusin'] as const;

/** The module that brings React; `ready` is fulfilled once it answers to what the reader does. */
type LoadMain = (main: string) => Promise<{ ready: Promise<void> }>;

/**
 * Visitors' pages come to life when somebody turns to a part that needs React. A click that came too early, there or on
 * a page that is still loading, is repeated once React listens. Forms work by themselves; only what the server cannot put
 * back into its page, a password or a file, waits for React, so that a refusal does not take it away. A text that was
 * begun here before comes back with React, so nobody has to touch its page first.
 *
 * @param load fetches the module of an address
 */
export function startIslands(load: LoadMain = (main) => import(/* @vite-ignore */ main)): void {
  const root = document.documentElement;
  const main = document.querySelector<HTMLElement>('script[data-main]')?.dataset.main;
  if (!main || !document.getElementById('state')) return;
  let waking: Promise<void> | undefined;
  let missed: HTMLElement | null = null;
  let held: SubmitEvent | null = null;

  const wake = ({ target }: Event) => {
    if ('hydrated' in root.dataset) return stop();
    if ((target as Element).closest?.('[data-island]')) bringReact();
  };
  const bringReact = () => {
    waking ??= load(main)
      .then(({ ready }) => ready)
      .finally(stop)
      .then(
        () => missed?.click(),
        () => delete root.dataset.scripted, // without React the plain form goes to the server, and its tools go
      )
      .then(() => {
        if (held) (held.target as HTMLFormElement).requestSubmit(held.submitter);
      });
  };
  const remember = ({ target }: Event) => {
    if (!('hydrated' in root.dataset))
      missed = (target as Element).closest('[data-island] button[type=button]');
  };
  const hold = (event: SubmitEvent) => {
    if ('hydrated' in root.dataset || !holdsSecret(event.target as HTMLFormElement)) return;
    event.preventDefault();
    held = event;
    wake(event);
  };
  const stop = () => {
    for (const kind of WAKING_EVENTS) document.removeEventListener(kind, wake);
    document.removeEventListener('click', remember);
    document.removeEventListener('submit', hold);
  };
  for (const kind of WAKING_EVENTS) document.addEventListener(kind, wake);
  document.addEventListener('click', remember);
  document.addEventListener('submit', hold);
  if (hasBegunText()) bringReact();
}

/** Whether React will answer for the form, and it holds what no page shows again. */
const holdsSecret = (form: HTMLFormElement): boolean =>
  form.matches('[data-island]') && form.querySelector('input[type=password], input[type=file]') !== null;

/** Whether this browser keeps a text for a form of the page. */
function hasBegunText(): boolean {
  const name = document.querySelector<HTMLElement>('[data-draft]')?.dataset.draft;
  try {
    return name !== undefined && localStorage.getItem(name) !== null;
  } catch {
    return false; // storage may be forbidden
  }
}
