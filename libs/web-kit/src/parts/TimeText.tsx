import { useMessages } from '../messages/use-messages.js';
import { usePageRuntime } from '../page/page-runtime.js';

interface TimeTextProps {
  /** ISO 8601. */
  at: string;
  /** The time is known to the quarter of an hour only, because its author is anonymous. */
  rounded?: boolean;
  /** Shows the day alone, and never as a distance. */
  dateOnly?: boolean;
  /** Never shown as a distance: it lies ahead, or is a record. */
  absolute?: boolean;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are costly to make and few. */
function formatOf(locale: string, timeZone: string, dateOnly: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${dateOnly}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de-DE', {
    dateStyle: 'medium',
    timeStyle: dateOnly ? undefined : 'short',
    timeZone,
  });
  formats.set(key, format);
  return format;
}

/**
 * A point in time, as date from the server; the small script turns it into a distance ("vor 3 Stunden") and keeps the
 * date as its title. What is rounded never becomes more exact than it is.
 */
export function TimeText({ at, rounded = false, dateOnly = false, absolute = dateOnly }: TimeTextProps) {
  const { locale, site } = usePageRuntime();
  const t = useMessages('kit');
  return (
    <time
      dateTime={at}
      data-relative={absolute ? undefined : rounded ? 'rounded' : 'exact'}
      data-recent={absolute ? undefined : t(rounded ? 'time.recent' : 'time.justNow')}
      suppressHydrationWarning
    >
      {formatOf(locale, site.timeZone, dateOnly).format(new Date(at))}
    </time>
  );
}
