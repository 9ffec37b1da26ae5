import { beforeAll, describe, expect, it } from '@jest/globals';
import { GroupRepository } from '@kundig/groups/server';
import { RequestContext } from '@kundig/platform/server';
import type { TestMember } from '../../support/community.js';
import { ServedCommunity } from '../../support/served-community.js';

const served = ServedCommunity.open();
let reader: TestMember;
let places: Record<string, string>;

beforeAll(async () => {
  const { community } = served;
  reader = await community.withRole('administrator');
  for (const role of ['moderator', 'editor'] as const)
    await community
      .get(GroupRepository)
      .grant(RequestContext.system(), reader.memberId, role, null, community.clock.now());
  const board = await community.board();
  const thread = await community.question(reader, board, { tags: ['glasfaser'] });
  await community.reply(await community.member(), thread);
  await community.article(reader, await community.withRole('editor'));
  places = {
    board: `/b/${board.slug}/${board.publicId}`,
    thread: `/t/${thread.slug}/${thread.publicId}`,
    member: `/u/${reader.nickname}`,
  };
});

const statusOf = async (address: string): Promise<number> => {
  const path = address.replace(/^\{(\w+)\}/, (_, place: string) => places[place]!);
  return (await (await served.web.as(reader)).get(path)).status;
};
const joined = (address: string, query: string) => `${address}${address.includes('?') ? '&' : '?'}${query}`;

/** Every list with numbered pages. */
const NUMBERED = [
  '{board}',
  '{board}?state=open',
  '{thread}',
  '{thread}/split',
  '/desk/faq',
  '/search?q=Telefon',
];

describe.each(NUMBERED)('the numbered pages of %s', (list) => {
  it('begin with the first', async () => {
    for (const address of [list, joined(list, 'page=1')]) expect(await statusOf(address)).toBe(200);
  });

  it.each(['0', '-1', '1.5', '1e1', '01', 'x', ''])('have none that is called "%s"', async (page) => {
    expect(await statusOf(joined(list, `page=${page}`))).toBe(404);
  });

  it.each([2, 20, 21, 46, 50, 51, 9_999, 10_000, 10_001, 1e20])(
    'end before page %d, which is not there',
    async (page) => {
      expect(await statusOf(joined(list, `page=${page}`))).toBe(404);
    },
  );
});

/** Every list that goes on behind a mark of our making. */
const GOING_ON = ['/', '/tag/glasfaser', '{member}', '/mine', '/settings/personas', '/desk/audit'];

it.each(GOING_ON)('%s does not go on behind what nobody has made', async (list) => {
  expect(await statusOf(list)).toBe(200);
  for (const after of ['x', 'Zm9vfGJhcg', encodeURIComponent('ä'.repeat(300))])
    expect(await statusOf(joined(list, `after=${after}`))).toBe(404);
});

it.each(['/blog', '/blog/tag/glasfaser'])('%s is empty behind an article that is not there', async (list) => {
  expect(await statusOf(list)).toBe(200);
  expect(await statusOf(joined(list, 'after=x'))).toBe(200);
});

it('a visitor gets the same answers', async () => {
  const visitor = served.web.visitor();
  for (const path of [
    `${places['board']}?page=51`,
    '/search?q=Telefon&page=51',
    `${places['member']}?after=x`,
  ])
    expect((await visitor.get(path)).status).toBe(404);
});
