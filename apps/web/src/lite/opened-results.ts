/** Counts that a search led somewhere when one of its results is opened; nothing about the reader is sent. */
export function countOpened(): void {
  const count = ({ target, button }: MouseEvent) => {
    const link = button < 2 && target instanceof Element && target.closest('[data-results-of] a[href]');
    const query = link && link.closest<HTMLElement>('[data-results-of]')?.dataset.resultsOf;
    if (query) navigator.sendBeacon('/beacon/opened', query);
  };
  // Before React has its turn, which goes to the page at once.
  document.addEventListener('click', count, true);
  document.addEventListener('auxclick', count, true); // in another tab, by the wheel
}
