const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
/** How long something is recent. */
const RECENT_SECONDS = { exact: 60, rounded: 3_600 };
const QUARTER_MINUTES = 15;
const DAY_SECONDS = 86_400;
const EVERY_MILLISECONDS = 60_000;

/** A point in time as the page tells it. */
interface Told {
  precision: keyof typeof RECENT_SECONDS;
  /** What is said as long as it is recent; `#` stands for the minutes since the begin of what is rounded. */
  recent: string;
}

/**
 * @param seconds how long ago
 * @param language of the page
 * @returns a distance such as "vor 3 Stunden"
 */
export function distance(seconds: number, language: string, { precision, recent }: Told): string {
  const unit = UNITS.find(([, size]) => seconds >= size);
  if (!unit || seconds < RECENT_SECONDS[precision]) return recent.replace('#', `${quartersUpTo(seconds)}`);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return format.format(-Math.floor(seconds / unit[1]), unit[0]);
}

/**
 * What was rounded down to the quarter of an hour happened since then, nobody knows when: whole quarters are true of it,
 * and no more exact than it is.
 *
 * @returns minutes
 */
function quartersUpTo(seconds: number): number {
  return (Math.floor(seconds / 60 / QUARTER_MINUTES) + 1) * QUARTER_MINUTES;
}

function refresh(root: ParentNode): void {
  const language = document.documentElement.lang;
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
    const seconds = Math.max(0, (Date.now() - Date.parse(time.dateTime)) / 1000);
    const { relative, recent, days } = time.dataset as Record<string, string> & {
      relative: Told['precision'];
    };
    if (seconds >= Number(days) * DAY_SECONDS) continue; // a date
    const text = distance(seconds, language, { precision: relative, recent: recent! });
    if (time.textContent !== text) time.textContent = text;
  }
}

/** Turns dates into distances as long as `TimeText` says, now, every minute, and for whatever React adds later. */
export function showRelativeTimes(): void {
  refresh(document);
  setInterval(() => refresh(document), EVERY_MILLISECONDS);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element && node.parentNode) refresh(node.parentNode);
    }
  }).observe(document.body, { childList: true, subtree: true });
}
