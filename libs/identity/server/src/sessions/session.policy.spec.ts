import { describe, expect, it } from '@jest/globals';
import { judgeSession } from './session.policy.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const begunAt = Date.parse('2026-11-02T09:00:00Z');

describe('judgeSession (V7.1.1, V7.3.1, V7.3.2)', () => {
  it.each([
    ['just used', 0, 0, 'valid'],
    ['used nine minutes ago', DAY, DAY + 9 * MINUTE, 'valid'],
    ['used ten minutes ago', DAY, DAY + 10 * MINUTE, 'note-use'],
    ['almost idle for 14 days', DAY, 15 * DAY - 1, 'note-use'],
    ['idle for 14 days', DAY, 15 * DAY, 'expired'],
    ['used all the time for 90 days', 90 * DAY - 1, 90 * DAY, 'expired'],
  ])('%s', (_name, used, now, verdict) =>
    expect(judgeSession({ begunAt, usedAt: begunAt + used }, begunAt + now)).toBe(verdict),
  );
});
