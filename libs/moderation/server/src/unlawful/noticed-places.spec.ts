import { describe, expect, it } from '@jest/globals';
import type { PlacedSubject } from './content-notice.repository.js';
import { noticedPlaces } from './noticed-places.js';

const BASE = 'https://forum.example';
const post = (publicId: string, ...threadIds: string[]): PlacedSubject => ({
  ...{ noticeId: 'n', postId: `key-${publicId}`, commentId: null, publicId, threadIds },
});
const comment = (publicId: string): PlacedSubject => ({
  ...{ noticeId: 'n', postId: null, commentId: `key-${publicId}`, publicId, threadIds: [] },
});
const places = (addresses: string[], ...subjects: PlacedSubject[]) =>
  noticedPlaces(addresses, subjects, BASE).map(({ kind, addresses: named, subject }) => [
    kind,
    subject?.publicId ?? null,
    ...named,
  ]);

describe('noticedPlaces', () => {
  it('finds posts and comments by every address they have, each of them once', () => {
    expect(
      places(
        [`${BASE}/en/t/egal/t1?page=2#p-b`, '/t/egal/t1', '/p/b', '/blog/egal/a1#c-c', `${BASE}/t/alt/t0`],
        ...[post('a', 't1', 't0'), post('b', 't1', 't0'), comment('c')],
      ),
    ).toEqual([
      ['post', 'b', `${BASE}/en/t/egal/t1?page=2#p-b`, '/p/b'],
      ['post', 'a', '/t/egal/t1', `${BASE}/t/alt/t0`],
      ['comment', 'c', '/blog/egal/a1#c-c'],
    ]);
  });

  it('says what stands where there is none', () => {
    const addresses = [
      '/p/b',
      '/blog/egal/c',
      '/blog/tag/telefon',
      '/u/Kranich42',
      'https://alt.example/p/a',
    ];
    expect(places(addresses).map(([kind]) => kind)).toEqual([
      ...['nothing', 'article', 'elsewhere', 'elsewhere', 'foreign'],
    ]);
  });

  it('tells a post from a comment of the same id, and keeps what no address names any more', () => {
    expect(places(['/p/x'], comment('x'))).toEqual([
      ['nothing', null, '/p/x'],
      ['comment', 'x'],
    ]);
  });
});
