/** The bar at the bottom leads to the reply field; in view of the field it would only cover something. */
export function hideReplyBar(): void {
  const watch = () => {
    const bar = document.querySelector<HTMLElement>('[data-reply-bar]');
    const field = document.getElementById('reply');
    if (!bar || !field || bar.dataset.watched) return;
    bar.dataset.watched = 'true';
    new IntersectionObserver(([entry]) => {
      bar.dataset.covered = String(entry!.isIntersecting);
    }).observe(field);
  };
  watch();
  document.addEventListener('kundig:page', watch);
}
