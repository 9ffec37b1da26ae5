const READING_MILLISECONDS = 2_000;

/** Counts a thread as read after two seconds in view; nothing about the reader is sent. */
export function startBeacon(): void {
  let last: string | undefined;
  const count = () => {
    const thread = document.querySelector<HTMLElement>('[data-view-thread]')?.dataset.viewThread;
    if (!thread || thread === last || document.visibilityState !== 'visible') return;
    last = thread;
    setTimeout(() => {
      if (document.querySelector<HTMLElement>('[data-view-thread]')?.dataset.viewThread === thread) {
        navigator.sendBeacon('/beacon/view', thread);
      }
    }, READING_MILLISECONDS);
  };
  count();
  document.addEventListener('visibilitychange', count);
  document.addEventListener('kundig:page', count);
}
