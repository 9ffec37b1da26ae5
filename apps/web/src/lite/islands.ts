const WAKING_EVENTS = ['pointerdown', 'keydown', 'focusin'] as const;

/**
 * Visitors' pages come to life when somebody turns to a part that needs React. A click that came too early, there or on
 * a page that is still loading, is repeated once React listens; forms need nothing of the kind, they work by themselves.
 */
export function startIslands(): void {
  const root = document.documentElement;
  const main = document.querySelector<HTMLElement>('script[data-main]')?.dataset.main;
  if (!main || !document.getElementById('state')) return;
  let waking: Promise<void> | undefined;
  let missed: HTMLElement | null = null;

  const wake = ({ target }: Event) => {
    if ('hydrated' in root.dataset) return stop();
    if (!(target as Element).closest?.('[data-island]')) return;
    waking ??= (import(/* @vite-ignore */ main) as Promise<{ ready: Promise<void> }>)
      .then(({ ready }) => ready)
      .then(() => {
        stop();
        missed?.click();
      });
  };
  const remember = ({ target }: Event) => {
    if (!('hydrated' in root.dataset))
      missed = (target as Element).closest('[data-island] button[type=button]');
  };
  const stop = () => {
    for (const kind of WAKING_EVENTS) document.removeEventListener(kind, wake);
    document.removeEventListener('click', remember);
  };
  for (const kind of WAKING_EVENTS) document.addEventListener(kind, wake);
  document.addEventListener('click', remember);
}
