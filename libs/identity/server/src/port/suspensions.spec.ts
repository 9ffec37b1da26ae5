import { describe, expect, it } from '@jest/globals';
import { suspensionOf, type SuspensionView } from './suspensions.js';

const held = (threadId: string | null, endsAt: string | null): SuspensionView => ({
  ...{ threadIds: threadId === null ? null : [threadId, `split off ${threadId}`], endsAt },
  reason: `${threadId} ${endsAt}`,
});
const early = '2026-11-23T10:00:00Z';
const late = '2026-12-23T10:00:00Z';

describe('what keeps somebody from writing', () => {
  it('is the suspension that ends last', () => {
    const all = [held(null, early), held('a', null), held('b', late)];
    expect(suspensionOf(all, { appointed: false })).toEqual({ reason: 'a null', endsAt: null });
    expect(suspensionOf([], { appointed: false })).toBeNull();
  });

  it('is for people with a role only what was imposed on themselves, or on their persona where it speaks', () => {
    const all = [held('a', late)];
    expect(suspensionOf(all, { appointed: true })).toBeNull();
    expect(suspensionOf(all, { appointed: true, threadId: 'b' })).toBeNull();
    for (const threadId of ['a', 'split off a'])
      expect(suspensionOf(all, { appointed: true, threadId })?.endsAt).toEqual(new Date(late));
    expect(suspensionOf([...all, held(null, early)], { appointed: true })?.endsAt).toEqual(new Date(early));
  });
});
