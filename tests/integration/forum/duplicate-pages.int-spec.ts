import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ChooseIndexingService, type Board, type Thread } from '@kundig/forum/server';
import { MarkDuplicateService, UnmarkDuplicateService } from '@kundig/moderation/server';
import { SwitchFeatureService } from '@kundig/site/server';
import type { TestMember } from '../../support/community.js';
import { eventually } from '../../support/eventually.js';
import { ServedCommunity } from '../../support/served-community.js';

const served = ServedCommunity.open();

let moderator: TestMember;
let board: Board;
let twin: Thread;
beforeAll(async () => {
  const { community } = served;
  moderator = await community.withRole('moderator');
  const administrator = await community.as(await community.withRole('administrator'));
  await served.web.get(SwitchFeatureService).execute(administrator, { feature: 'search-engines', on: true });
});
beforeEach(async () => {
  board = await served.community.board();
  twin = await another('Warum bleibt es still?');
});

const another = (title: string, place = board): Promise<Thread> =>
  served.community.question(moderator, place, { title });
const pathOf = ({ slug, publicId }: Thread): string => `/t/${slug}/${publicId}`;
const get = async (path: string): Promise<string> => (await served.web.visitor().get(path)).text;

const RENDER_KEY = /"renderKey":"([^"]+)"/;

/** A page rendered after the act; kept ones are dropped a moment later. */
async function renderedAfter(path: string, act: () => Promise<void>): Promise<string> {
  const key = RENDER_KEY.exec(await get(path))![1]!;
  await act();
  return eventually(
    'the page as it is now',
    async () => {
      const page = await get(path);
      return page.includes(key) ? undefined : page;
    },
    10_000,
  );
}

const mark = async (of: Thread): Promise<void> => {
  const moderating = await served.community.as(moderator);
  await served.web
    .get(MarkDuplicateService)
    .execute(moderating, { threadId: twin.publicId, ofId: of.publicId, reason: null });
};
const unmark = async (): Promise<void> => {
  const moderating = await served.community.as(moderator);
  await served.web.get(UnmarkDuplicateService).execute(moderating, { threadId: twin.publicId, reason: null });
};

const canonicalOf = (html: string): string | undefined =>
  /<link rel="canonical" href="https?:\/\/[^/]+([^"]+)">/.exec(html)?.[1];
const isMapped = async (thread: Thread): Promise<boolean> =>
  (await get('/sitemap/threads-1.xml')).includes(thread.publicId);

describe('the page of a duplicate', () => {
  it('leads readers and search engines to the other one, and is itself again when that is taken back', async () => {
    const goal = await another('Telefon klingelt nur in der Zentrale');
    expect(canonicalOf(await get(pathOf(twin)))).toBe(pathOf(twin));
    expect(await isMapped(twin)).toBe(true);
    const marked = await renderedAfter(pathOf(twin), () => mark(goal));
    expect(marked.includes('Dazu gibt es schon ein Thema:')).toBe(true);
    expect(marked.includes(goal.title)).toBe(true);
    expect(canonicalOf(marked)).toBe(pathOf(goal));
    const graph = /<script type="application\/ld\+json">(.+?)<\/script>/s.exec(marked)![1]!;
    expect(JSON.parse(graph)).toMatchObject({
      '@graph': [
        { '@type': 'QAPage', mainEntity: { '@type': 'Question', name: twin.title } },
        { '@type': 'BreadcrumbList' },
      ],
    });
    expect(canonicalOf(await get(`/en${pathOf(twin)}`))).toBe(`/en${pathOf(goal)}`);
    expect([await isMapped(twin), await isMapped(goal)]).toEqual([false, true]);

    const back = await renderedAfter(pathOf(twin), unmark);
    expect(back.includes(goal.title)).toBe(false);
    expect(canonicalOf(back)).toBe(pathOf(twin));
    expect(await isMapped(twin)).toBe(true);
  });

  it('changes the page of the other one, too', async () => {
    const goal = await another('Telefon klingelt nur in der Zentrale');
    const marked = await renderedAfter(pathOf(goal), () => mark(goal));
    expect(marked.includes('Auch gefragt als') && marked.includes(twin.title)).toBe(true);
    const back = await renderedAfter(pathOf(goal), unmark);
    expect(back.includes('Auch gefragt als') || back.includes(twin.title)).toBe(false);
  });

  it('is byte for byte as before to whoever may not read the other one', async () => {
    const closed = await another('Nur für die Gruppe', await served.community.groupBoard([moderator], false));
    const bytes = (html: string) => html.replace(RENDER_KEY, '');
    const [page, map] = [bytes(await get(pathOf(twin))), await get('/sitemap/threads-1.xml')];
    const marked = await renderedAfter(pathOf(twin), () => mark(closed));
    expect(bytes(marked) === page).toBe(true);
    expect(await get('/sitemap/threads-1.xml')).toBe(map);
  });

  it('keeps search engines where the other one is kept out of them', async () => {
    const goal = await another('Noch einmal dasselbe');
    const moderating = await served.community.as(moderator);
    await served.web.get(ChooseIndexingService).execute(moderating, goal.publicId, true);
    const marked = await renderedAfter(pathOf(twin), () => mark(goal));
    expect(marked.includes(goal.title)).toBe(true);
    expect(canonicalOf(marked)).toBe(pathOf(twin));
    expect(await isMapped(twin)).toBe(true);
  });
});
