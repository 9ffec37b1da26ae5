const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const RECENT_SECONDS = 1_800;
const EVERY_MILLISECONDS = 60_000;

/**
 * @param seconds how long ago
 * @param language of the page
 * @param recent what is said of the last half hour where the exact minute must not be told
 * @returns a distance such as "vor 3 Stunden"
 */
export function distance(seconds: number, language: string, recent?: string): string {
  if (recent && seconds < RECENT_SECONDS) return recent;
  const [unit, length] = UNITS.find(([, size]) => seconds >= size) ?? ['minute', 60];
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return format.format(-Math.floor(seconds / length), unit);
}

function refresh(root: ParentNode): void {
  const language = document.documentElement.lang;
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
    const seconds = Math.max(0, (Date.now() - Date.parse(time.dateTime)) / 1000);
    if (!time.title) time.title = time.textContent ?? '';
    const text = distance(seconds, language, time.dataset.recent);
    if (time.textContent !== text) time.textContent = text;
  }
}

/** Turns dates into distances, now, every minute, and for whatever React adds later. */
export function showRelativeTimes(): void {
  refresh(document);
  setInterval(() => refresh(document), EVERY_MILLISECONDS);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element && node.parentNode) refresh(node.parentNode);
    }
  }).observe(document.body, { childList: true, subtree: true });
}
