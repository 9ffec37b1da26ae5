/** A pattern of the timetable as the key of a text and what is filled into it. */
export interface TimetableWords {
  readonly key: 'cron.everyMinute' | 'cron.hourly' | 'cron.daily' | 'cron.other';
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Says when a task runs, for the patterns that our tasks have.
 *
 * @param pattern five fields as of cron, in UTC
 */
export function wordsOf(pattern: string): TimetableWords {
  const [minute = '', hour = '', ...days] = pattern.split(' ');
  const isDaily = days.every((day) => day === '*');
  if (isDaily && minute === '*' && hour === '*') return { key: 'cron.everyMinute', values: {} };
  if (isDaily && /^\d+$/.test(minute) && hour === '*') return { key: 'cron.hourly', values: { minute } };
  if (isDaily && /^\d+$/.test(minute) && /^\d+$/.test(hour))
    return { key: 'cron.daily', values: { time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` } };
  return { key: 'cron.other', values: { pattern } };
}
