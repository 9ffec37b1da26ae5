import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ExportRedirectsService, ImportRedirectsService } from '@kundig/importer/server';
import { RequestContext } from '@kundig/platform/server';
import type { TestMember } from '../../support/community.js';
import { ServedCommunity } from '../../support/served-community.js';

const served = ServedCommunity.open();
const get = (path: string) => served.web.visitor().get(path);
const placeOf = async (path: string) => {
  const { status, headers } = await get(path);
  return [status, headers.location];
};
const take = (rows: string, more: { replace?: boolean; preview?: boolean } = {}) =>
  served.community.get(ImportRedirectsService).execute(RequestContext.system(), {
    ...{ csv: `from,to\n${rows}`, replace: false, preview: false },
    ...more,
  });
const exported = () => served.community.get(ExportRedirectsService).execute(RequestContext.system());

let anna: TestMember;
beforeAll(async () => {
  anna = await served.community.member();
});
beforeEach(() => take('', { replace: true }));

describe('a redirected address', () => {
  it('leads to its new place for good, in the language in which it was asked for', async () => {
    const board = await served.community.board();
    const { publicId, slug } = await served.community.question(anna, board);
    await take(`/viewtopic.php?t=7,thread:${publicId}\n/Anfang/,/faq`);
    expect(await placeOf('/viewtopic.php?t=7')).toEqual([301, `/t/-/${publicId}`]);
    expect(await placeOf(`/t/-/${publicId}`)).toEqual([301, `/t/${slug}/${publicId}`]);
    expect(await placeOf('/en/Anfang')).toEqual([301, '/en/faq']);
    expect(await placeOf('/viewtopic.php?t=8')).toEqual([404, undefined]);
    expect(await placeOf('/viewtopic.php')).toEqual([404, undefined]);
  });

  it('never covers a page of ours, and tells nothing of what a visitor may not see', async () => {
    const closed = await served.community.groupBoard([anna], false);
    const { publicId, slug } = await served.community.question(anna, closed, { title: 'Geheime Preisliste' });
    await take(`/faq,/\n/geheim,/t/${slug}/${publicId}`);
    expect((await placeOf('/faq'))[0]).toBe(200);
    expect(await placeOf('/geheim')).toEqual([301, `/t/-/${publicId}`]);
    expect(await placeOf(`/t/-/${publicId}`)).toEqual([404, undefined]);
  });

  it('counts who came by, with the day, so that dead ones can be told', async () => {
    await take('/alt,/faq\n/tot,/faq');
    await get('/alt');
    await get('/alt');
    const day = served.community.clock.now().toISOString().slice(0, 10);
    expect(await exported()).toBe(`from,to,hits,used_on\n/alt,/faq,2,${day}\n/tot,/faq,0,\n`);
  });
});

describe('a list of redirects', () => {
  it('is added to, or replaced, tells before what it would change, and is safe to repeat', async () => {
    expect(await take('/a,/faq\n/b,/faq')).toMatchObject({ added: 2, changed: 0, removed: 0, kept: 0 });
    const before = await exported();
    const next = '/b,/blog\n/c,/blog';
    expect(await take(next, { preview: true })).toMatchObject({ added: 1, changed: 1, removed: 0, kept: 1 });
    expect(await exported()).toBe(before);
    await take(next);
    expect(await exported()).toBe('from,to,hits,used_on\n/a,/faq,0,\n/b,/blog,0,\n/c,/blog,0,\n');
    expect(await take(next)).toMatchObject({ added: 0, changed: 0, removed: 0, kept: 3 });
    expect(await take(next, { replace: true })).toMatchObject({ added: 0, changed: 0, removed: 1, kept: 2 });
    const again = await exported();
    expect(await take(again.slice(again.indexOf('\n') + 1), { replace: true })).toMatchObject({ faults: [] });
    expect(await exported()).toBe(again);
  });

  it.each([
    ['an address elsewhere', '/x,https://elsewhere.example/'],
    ['a loop in itself', '/x,/y\n/y,/x'],
    ['a loop with what is kept', '/faq2,/kept'],
    ['a way on from what is kept', '/target,/faq'],
  ])('is refused as a whole for %s', async (_, rows) => {
    await take('/kept,/target');
    const before = await exported();
    const { faults } = await take(`/fine,/faq\n${rows}`);
    expect(faults[0]!.line).toBe(3);
    expect(await exported()).toBe(before);
  });

  it('makes no loop where two are taken at once', async () => {
    const outcomes = await Promise.all([take('/one,/two'), take('/two,/one')]);
    expect(outcomes.filter(({ faults }) => faults.length > 0)).toHaveLength(1);
    expect((await exported()).trim().split('\n')).toHaveLength(2);
  });
});
