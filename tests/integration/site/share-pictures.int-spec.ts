import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ProposeEntryService, ReleaseEntryService } from '@kundig/faq/server';
import { MarkSolutionService, type Board, type Thread } from '@kundig/forum/server';
import { SaveSettingsService, SwitchFeatureService } from '@kundig/site/server';
import sharp from 'sharp';
import type { TestMember } from '../../support/community.js';
import { ServedCommunity } from '../../support/served-community.js';

const served = ServedCommunity.open();
const UNKNOWN = '23456789abcdefgh';
const get = (path: string, headers = {}) => served.web.visitor().get(path, headers);
const addressOf = (kind: string, id: string) => `/share/${kind}/${id}.png`;
const pictureOf = async (kind: string, id: string) => (await get(addressOf(kind, id))).bytes;
const ofCommunity = async () => (await get('/share/community.png')).bytes;
const solve = async (asker: TestMember, helper: TestMember, thread: Thread) => {
  const { publicId } = await served.community.reply(helper, thread);
  await served.community.get(MarkSolutionService).execute(await served.community.as(asker), publicId, true);
};

let anna: TestMember;
let bert: TestMember;
let board: Board;
beforeAll(async () => {
  const { community } = served;
  [anna, bert] = [await community.withRole('editor'), await community.withRole('editor')];
  board = await community.board({ slug: 'telefonie', nameDe: 'Telefonie', nameEn: 'Telephony' });
});

/** One page of every kind that has a picture, all for visitors. */
async function everyPage(): Promise<[kind: string, id: string][]> {
  const { community } = served;
  const [asker, helper] = [await community.member(), await community.member()];
  const thread = await community.question(asker, board);
  await solve(asker, helper, thread);
  const entry = await community
    .get(ProposeEntryService)
    .execute(await community.as(anna), { threadId: thread.publicId, clientKey: randomUUID() });
  await community
    .get(ReleaseEntryService)
    .execute(await community.as(bert), { entryId: entry.publicId, revision: 1 });
  const article = await community.article(anna, bert);
  return [
    ['thread', thread.publicId],
    ['board', board.publicId],
    ['faq', entry.publicId],
    ['article', article.publicId],
  ];
}

describe('the picture of a page', () => {
  it('is a PNG of 1200 × 630 for every kind, and none is that of the community', async () => {
    const community = await ofCommunity();
    for (const [kind, id] of await everyPage()) {
      const { status, headers, bytes } = await get(addressOf(kind, id));
      expect([kind, status, headers['content-type'], headers['cache-control']]).toEqual([
        ...[kind, 200, 'image/png'],
        'public, max-age=600',
      ]);
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
      expect(bytes.equals(community)).toBe(false);
    }
  });

  it('is the one that the page names', async () => {
    const thread = await served.community.question(anna, board);
    const { text } = await get(`/en/t/${thread.slug}/${thread.publicId}`);
    const address = /<meta property="og:image" content="http:\/\/community\.test([^"]+)">/.exec(text)![1]!;
    expect(address).toMatch(`/en${addressOf('thread', thread.publicId)}?v=`);
    expect((await get(address)).status).toBe(200);
  });

  it('is not sent again to whoever has it', async () => {
    const { headers } = await get('/share/community.png');
    const again = await get('/share/community.png', { 'if-none-match': headers.etag! });
    expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
  });

  it('shows the state of a question, in the language of the address', async () => {
    const { community } = served;
    const [asker, helper] = [await community.member(), await community.member()];
    const thread = await community.question(asker, board, { title: 'Wie leite ich Anrufe um?' });
    const open = await pictureOf('thread', thread.publicId);
    await solve(asker, helper, thread);
    const solved = await pictureOf('thread', thread.publicId);
    const english = (await get(`/en${addressOf('thread', thread.publicId)}`)).bytes;
    expect([open.equals(solved), solved.equals(english), english.equals(open)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is the same whoever wrote, under whatever name', async () => {
    const { community } = served;
    const pictures = [];
    for (const anonymous of [false, true]) {
      const title = 'Wer klingelt da?';
      const thread = await community.question(await community.member(), board, { title, anonymous });
      pictures.push(await pictureOf('thread', thread.publicId));
    }
    expect(pictures[0]!.equals(pictures[1]!)).toBe(true);
  });

  it('is that of the community for what is hidden, deleted, or not there, whoever asks', async () => {
    const { community } = served;
    const closed = await community.groupBoard([anna], true);
    const inGroup = await community.question(anna, closed);
    const [hidden, deleted] = [await community.question(anna, board), await community.question(anna, board)];
    for (const [column, { id }] of [
      ['hidden_at', hidden],
      ['deleted_at', deleted],
    ] as const)
      await community.owner.query(`UPDATE forum.thread SET ${column} = now() WHERE id = $1`, [id]);
    const member = await served.web.as(anna);
    const unknown = await get(addressOf('thread', UNKNOWN));
    expect(unknown.bytes.equals(await ofCommunity())).toBe(true);
    for (const [kind, { publicId }] of [
      ['thread', inGroup],
      ['thread', hidden],
      ['thread', deleted],
      ['board', closed],
      ['faq', hidden],
      ['article', hidden],
    ] as const)
      for (const answer of [
        await get(addressOf(kind, publicId)),
        await member.get(addressOf(kind, publicId)),
      ]) {
        expect([kind, answer.status, answer.headers.etag]).toEqual([kind, 200, unknown.headers.etag]);
        expect(answer.headers['cache-control']).toBe(unknown.headers['cache-control']);
        expect(answer.bytes.equals(unknown.bytes)).toBe(true);
      }
    expect((await get(addressOf('member', anna.memberId))).status).toBe(404);
    expect((await get(addressOf('thread', 'x'.repeat(500)))).bytes.equals(unknown.bytes)).toBe(true);
  });

  it('goes with a part of the community that is switched off, and follows its name and colours', async () => {
    const administrator = await served.community.as(await served.community.withRole('administrator'));
    const { publicId } = await served.community.article(anna, bert);
    const before = await ofCommunity();
    const blog = (on: boolean) =>
      served.web.get(SwitchFeatureService).execute(administrator, { feature: 'blog', on });
    await blog(false);
    expect((await pictureOf('article', publicId)).equals(before)).toBe(true);
    await blog(true);
    expect((await pictureOf('article', publicId)).equals(before)).toBe(false);
    await served.web
      .get(SaveSettingsService)
      .execute(administrator, { name: 'Werkbank', brandColour: '#0f4c81', accentColour: '#f0b429' });
    const { dominant } = await sharp(await ofCommunity()).stats();
    expect(dominant.b).toBeGreaterThan(dominant.r);
    expect((await ofCommunity()).equals(before)).toBe(false);
  });
});
