import { useMessages } from '../messages/use-messages.js';
import { usePageRuntime } from '../page/page-runtime.js';
import { RELATIVE_DAYS, writeDate } from './dates.js';

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

/**
 * A point in time, told by one rule everywhere. What happened is a distance ("vor 3 Stunden") for `RELATIVE_DAYS`, then its
 * day; the exact time is in the title. What lies ahead or is a record (`absolute`) is day and time, and what counts by
 * days (`dateOnly`) the day. The server knows no distances, its pages are kept: it writes the day, and the small script
 * turns it into a distance. What is rounded comes rounded and never becomes more exact than it is.
 */
export function TimeText({ at, rounded = false, dateOnly = false, absolute = dateOnly }: TimeTextProps) {
  const { locale, site } = usePageRuntime();
  const t = useMessages('kit');
  const write = (style: 'day' | 'minute' | 'full') => writeDate(at, style, locale, site.timeZone);
  if (absolute) return <time dateTime={at}>{write(dateOnly ? 'day' : 'minute')}</time>;
  return (
    <time
      dateTime={at}
      title={write('full')}
      data-relative={rounded ? 'rounded' : 'exact'}
      data-days={RELATIVE_DAYS}
      data-recent={rounded ? t('time.lessThan', { minutes: '#' }) : t('time.justNow')}
      suppressHydrationWarning
    >
      {write('day')}
    </time>
  );
}
