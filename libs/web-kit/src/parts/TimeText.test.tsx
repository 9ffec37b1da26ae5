import { describe, expect, it } from '@jest/globals';
import type { ComponentProps } from 'react';
import { renderPart } from '../testing/render-part.js';
import { TimeText } from './TimeText.js';

const AT = '2026-11-21T23:30:00.000Z'; // half past midnight on the 22nd in Berlin

async function told(props: Partial<ComponentProps<typeof TimeText>>): Promise<HTMLTimeElement> {
  const { container } = await renderPart(<TimeText at={AT} {...props} />);
  return container.querySelector('time')!;
}

describe('TimeText', () => {
  it('writes the day, for the script to turn into a distance, and the exact time as title', async () => {
    const time = await told({});
    expect(time.dateTime).toBe(AT);
    expect(time.textContent).toBe('22.11.2026');
    expect(time.title).toBe('22. November 2026 um 00:30');
    expect(time.dataset).toMatchObject({ relative: 'exact', days: '7', recent: 'gerade eben' });
  });

  it('says of what is rounded that it is', async () => {
    const time = await told({ rounded: true });
    expect(time.dataset).toMatchObject({ relative: 'rounded', recent: 'vor weniger als # Minuten' });
  });

  it('never makes a distance of what lies ahead, is a record, or counts by days', async () => {
    const [record, day] = [await told({ absolute: true }), await told({ dateOnly: true })];
    expect(record.textContent).toBe('22.11.2026, 00:30');
    expect(day.textContent).toBe('22.11.2026');
    expect([record.dataset.relative, day.dataset.relative]).toEqual([undefined, undefined]);
  });
});
