import { describe, expect, it } from '@jest/globals';
import { lastDigestTime } from './digest-time.js';

const last = (now: string, hour = 7, zone = 'Europe/Berlin') =>
  lastDigestTime(new Date(now), hour, zone).toISOString();

describe('lastDigestTime', () => {
  it('is the hour of the day in the zone, today or yesterday', () => {
    expect(last('2026-11-21T06:00:00Z')).toBe('2026-11-21T06:00:00.000Z');
    expect(last('2026-11-21T05:59:59Z')).toBe('2026-11-20T06:00:00.000Z');
    expect(last('2026-07-01T05:30:00Z')).toBe('2026-07-01T05:00:00.000Z');
  });

  it('waits a day where the clocks go forward over it', () => {
    expect(last('2026-03-29T12:00:00Z', 2)).toBe('2026-03-28T01:00:00.000Z');
    expect(last('2026-03-30T12:00:00Z', 2)).toBe('2026-03-30T00:00:00.000Z');
  });

  it('keeps to zones that are half an hour off', () => {
    expect(last('2026-11-21T12:00:00Z', 7, 'Asia/Kolkata')).toBe('2026-11-21T02:00:00.000Z');
  });
});
