/** Days of the week in their order (ISO 8601: Monday is the first). */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** `08:00-18:00` for each day on which somebody is there. */
export type ServiceHours = Readonly<Partial<Record<Weekday, string>>>;

/** Days in a row on which the same times hold. */
export interface ServiceSpan {
  readonly first: Weekday;
  readonly last: Weekday;
  /** 08:00 */
  readonly from: string;
  /** 18:00 */
  readonly to: string;
}

const TIMES = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|bis|to)\s*(\d{1,2})(?:[:.](\d{2}))?$/;

/** @returns times as people write them, `8-18` or `08:00 – 16:30`, as `08:00-18:00`; null when they are none */
export function readTimes(written: string): string | null {
  const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] = TIMES.exec(written.trim()) ?? [];
  if (!fromHour || !toHour) return null;
  const [from, to] = [`${fromHour.padStart(2, '0')}:${fromMinute}`, `${toHour.padStart(2, '0')}:${toMinute}`];
  const exists = (time: string) => time <= '24:00' && time.slice(3) <= '59';
  return exists(from) && exists(to) && from < to ? `${from}-${to}` : null;
}

/** @returns the week in as few lines as it can be told in */
export function spansOf(hours: ServiceHours): ServiceSpan[] {
  return WEEKDAYS.reduce<ServiceSpan[]>((spans, day, index) => {
    const times = hours[day];
    if (!times) return spans;
    const [from, to] = times.split('-') as [string, string];
    const before = spans.at(-1);
    const goesOn = before && before.last === WEEKDAYS[index - 1] && before.from === from && before.to === to;
    return goesOn
      ? [...spans.slice(0, -1), { ...before, last: day }]
      : [...spans, { first: day, last: day, from, to }];
  }, []);
}
