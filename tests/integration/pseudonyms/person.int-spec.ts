import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { filePath, ReadFileService, UploadFileService } from '@kundig/files/server';
import {
  MarkPrivateOpinionService,
  ReplyService,
  StartThreadService,
  type Board,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import {
  AnswerMarkService,
  PseudonymsPersonalData,
  SavePersonService,
  SaveStaffProfileService,
} from '@kundig/pseudonyms/server';
import { ChangeRoleService } from '@kundig/administration/server';
import { SwitchFeatureService } from '@kundig/site/server';
import { NotFound, RequestContext } from '@kundig/platform/server';
import sharp from 'sharp';
import { TestCommunity, type TestMember } from '../../support/community.js';

jest.setTimeout(120_000);

let folder: string;
let community: TestCommunity;
let board: Board;
let staff: TestMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kundig-person-'));
  community = await TestCommunity.start({ DATA_DIR: folder });
  board = await community.board();
  staff = await community.withRole('staff');
});
afterAll(async () => {
  await community?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Shown {
  readonly picture: string | null;
  readonly about: string | null;
  readonly mark: string | null;
}
const NOTHING: Shown = { picture: null, about: null, mark: null };

const save = async (member: TestMember, shown: Partial<Shown>) =>
  community.get(SavePersonService).execute(await community.as(member), { ...NOTHING, ...shown });

const answer = async (member: TestMember, mark: string, confirmed: boolean) =>
  community
    .get(AnswerMarkService)
    .execute(await community.as(staff), { nickname: member.nickname, mark }, confirmed);

/** Hands a portrait in. */
async function portrait(member: TestMember): Promise<{ id: string; path: string }> {
  const bytes = await sharp({ create: { width: 600, height: 600, channels: 3, background: '#b33' } })
    .jpeg()
    .toBuffer();
  const file = await community.get(UploadFileService).execute(await community.as(member), 'portrait', bytes);
  return { id: file.id, path: filePath(file) };
}

const isThere = (id: string, ctx: RequestContext = community.visitor()) =>
  community
    .get(ReadFileService)
    .execute(ctx, id)
    .then(
      () => true,
      () => false,
    );

/** What visitors see of a member. */
const shownOf = async ({ nickname }: TestMember): Promise<Shown> => {
  const query = 'query ($nickname: String!) { member(nickname: $nickname) { picture about mark } }';
  return (await community.ask<{ member: Shown }>(community.visitor(), query, { nickname })).member;
};

describe('what a member shows', () => {
  it('is nothing but the nickname and a pattern, unless chosen', async () => {
    expect(await shownOf(await community.member())).toEqual(NOTHING);
  });

  it('is a picture and a line at once, for everybody', async () => {
    const member = await community.member();
    const { id, path } = await portrait(member);
    expect(await isThere(id)).toBe(false);
    await save(member, { picture: path, about: 'Elektrobetrieb mit acht Leuten' });
    expect(await shownOf(member)).toEqual({
      picture: path,
      about: 'Elektrobetrieb mit acht Leuten',
      mark: null,
    });
    expect(await isThere(id)).toBe(true);
  });

  it('is never a picture of somebody else, and a refusal changes nothing', async () => {
    const [member, other] = [await community.member(), await community.member()];
    const { path } = await portrait(other);
    const before = await community.snapshotOf('pseudonyms.person', 'files.file');
    for (const picture of [path, '/files/zzzzzzzzzzzzzzzzzzzzzzzz-10x10', 'https://elsewhere.example/x.png'])
      await expect(save(member, { picture })).rejects.toMatchObject({ typename: 'InvalidInputError' });
    expect(await community.snapshotOf('pseudonyms.person', 'files.file')).toEqual(before);
  });

  it('is gone when taken away, bytes included, and the same picture stays when only the line changes', async () => {
    const member = await community.member();
    const { id, path } = await portrait(member);
    await save(member, { picture: path });
    await save(member, { picture: path, about: 'Neu' });
    expect(await isThere(id)).toBe(true);
    await save(member, { about: 'Neu' });
    expect(await isThere(id)).toBe(false);
    expect(await community.owner.query('SELECT 1 FROM files.file WHERE id = $1', [id])).toEqual([]);
  });

  it('is refused to everybody while showing oneself is off, and shown of staff all the same', async () => {
    const administrator = await community.as(await community.withRole('administrator'));
    const turn = (on: boolean) =>
      community.get(SwitchFeatureService).execute(administrator, { feature: 'persons', on });
    const [member, speaker] = [await community.member(), await community.withRole('staff')];
    const pictures = [await portrait(member), await portrait(speaker)];
    await save(member, { picture: pictures[0]!.path });
    await save(speaker, { picture: pictures[1]!.path });
    await community.get(SaveStaffProfileService).execute(await community.as(speaker), {
      realName: 'Klara Bergmann',
      roleDe: 'Technik',
      roleEn: 'Technics',
    });
    const areThere = () => Promise.all(pictures.map(({ id }) => isThere(id)));
    await turn(false);
    expect(await areThere()).toEqual([false, true]);
    await turn(true);
    expect(await areThere()).toEqual([true, true]);
  });

  it('is gone with the member', async () => {
    const member = await community.member();
    const { id, path } = await portrait(member);
    await save(member, { picture: path, about: 'Bald weg' });
    const subject = { accountId: null, pseudonymIds: [member.memberId] };
    await community.get(PseudonymsPersonalData).erase(RequestContext.system(), subject);
    expect(await isThere(id)).toBe(false);
    expect(JSON.stringify(await community.snapshotOf('pseudonyms.person'))).not.toContain(member.memberId);
  });
});

describe('a mark', () => {
  it('is seen once staff has confirmed it, and waits again when it changes', async () => {
    const member = await community.member();
    await save(member, { mark: 'Partner' });
    expect((await shownOf(member)).mark).toBeNull();
    await answer(member, 'Partner', true);
    expect((await shownOf(member)).mark).toBe('Partner');
    await save(member, { mark: 'Partner', about: 'Sonst alles gleich' });
    expect((await shownOf(member)).mark).toBe('Partner');
    await save(member, { mark: 'Vorstand' });
    expect((await shownOf(member)).mark).toBeNull();
  });

  it('that changed while somebody looked at it is not confirmed', async () => {
    const member = await community.member();
    await save(member, { mark: 'Nordlicht GmbH' });
    await save(member, { mark: 'Ihr Anbieter' });
    await expect(answer(member, 'Nordlicht GmbH', true)).rejects.toMatchObject({ typename: 'ConflictError' });
    expect((await shownOf(member)).mark).toBeNull();
  });

  it('is answered by one of two who answer at the same time', async () => {
    const member = await community.member();
    await save(member, { mark: 'Partner' });
    const answers = await Promise.allSettled([
      answer(member, 'Partner', true),
      answer(member, 'Partner', false),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('waits at the desk until it is declined', async () => {
    const member = await community.member();
    await save(member, { mark: 'Zweifelhaft AG' });
    const waiting = async () => {
      const ctx = await community.as(staff);
      const { markRequests } = await community.ask<{ markRequests: { nickname: string }[] }>(
        ctx,
        '{ markRequests { nickname mark path } }',
      );
      return markRequests.map(({ nickname }) => nickname);
    };
    expect(await waiting()).toContain(member.nickname);
    await answer(member, 'Zweifelhaft AG', false);
    expect(await waiting()).not.toContain(member.nickname);
  });
});

it('a persona shows nothing of what its member shows', async () => {
  const member = await community.member();
  const { path } = await portrait(member);
  await save(member, { picture: path, about: 'Elektrobetrieb', mark: 'Partner' });
  await answer(member, 'Partner', true);
  const named = await community.question(member, board);
  const hidden = await community.question(member, board, { anonymous: true });
  const query = 'query ($id: ID!) { thread(id: $id) { author { picture mark } } }';
  const authorOf = async (id: string) =>
    (await community.ask<{ thread: { author: object } }>(community.visitor(), query, { id })).thread.author;
  expect(await authorOf(named.publicId)).toEqual({ picture: path, mark: 'Partner' });
  expect(await authorOf(hidden.publicId)).toEqual({ picture: null, mark: null });
});

describe('whoever speaks for the operator', () => {
  const profile = { realName: 'Miriam Hofer', roleDe: 'Netzplanung', roleEn: 'Network planning' };
  const tell = async (member: TestMember) =>
    community.get(SaveStaffProfileService).execute(await community.as(member), profile);
  const lacksOf = async (member: TestMember) =>
    (
      await community.ask<{ viewer: { speaksAsStaff: boolean; staffLacks: string[] } }>(
        await community.as(member),
        '{ viewer { speaksAsStaff staffLacks } }',
      )
    ).viewer;
  const faceOf = async ({ nickname }: TestMember) =>
    (
      await community.ask<{ member: { kind: string; realName: string | null; role: string | null } }>(
        community.visitor('en'),
        'query ($nickname: String!) { member(nickname: $nickname) { kind realName role } }',
        { nickname },
      )
    ).member;

  it('is asked for name and photo, and stands under both once they are told', async () => {
    const speaker = await community.member();
    await community.grant(speaker, 'editor');
    expect(await lacksOf(speaker)).toEqual({ speaksAsStaff: true, staffLacks: ['NAME', 'PHOTO'] });
    await tell(speaker);
    expect(await lacksOf(speaker)).toMatchObject({ staffLacks: ['PHOTO'] });
    await save(speaker, { picture: (await portrait(speaker)).path });
    expect(await lacksOf(speaker)).toMatchObject({ staffLacks: [] });
    expect(await faceOf(speaker)).toEqual({
      kind: 'STAFF',
      realName: 'Miriam Hofer',
      role: 'Network planning',
    });
  });

  it('is nobody who was given no such role, and nobody whose last one was taken', async () => {
    for (const member of [await community.member(), await community.withRole('author')]) {
      expect(await lacksOf(member)).toEqual({ speaksAsStaff: false, staffLacks: [] });
      await expect(tell(member)).rejects.toBeInstanceOf(NotFound);
      expect(await faceOf(member)).toMatchObject({ kind: 'MEMBER', realName: null });
    }
    const leaver = await community.withRole('moderator');
    await tell(leaver);
    const administrator = await community.as(await community.withRole('administrator'));
    const change = { nickname: leaver.nickname, board: null };
    await community.get(ChangeRoleService).execute(administrator, { ...change, role: 'staff' }, true);
    await community.get(ChangeRoleService).execute(administrator, { ...change, role: 'moderator' }, false);
    expect(await faceOf(leaver)).toMatchObject({ kind: 'STAFF' });
    await community.get(ChangeRoleService).execute(administrator, { ...change, role: 'staff' }, false);
    expect(await faceOf(leaver)).toEqual({ kind: 'MEMBER', realName: null, role: null });
  });
});

describe('a private opinion', () => {
  const opinionOf = async ({ publicId }: Pick<Post, 'publicId'>, viewer?: TestMember) =>
    (
      await community.ask<{ post: { privateOpinion: boolean; viewer: { maySpeakPrivately: boolean } } }>(
        viewer ? await community.as(viewer) : community.visitor(),
        'query ($id: ID!) { post(id: $id) { privateOpinion viewer { maySpeakPrivately } } }',
        { id: publicId },
      )
    ).post;
  const reply = async (
    author: TestMember,
    anonymous: boolean,
    privateOpinion: boolean,
    to?: Thread,
  ): Promise<Post> => {
    const thread = to ?? (await community.question(await community.member(), board));
    const ctx = await community.as(author);
    const input = { threadId: thread.publicId, body: 'Ich fände das schöner.', clientKey: randomUUID() };
    return (await community.get(ReplyService).execute(ctx, { ...input, anonymous, privateOpinion })).post;
  };
  const mark = async (member: TestMember, post: Post, isPrivate: boolean) =>
    community.get(MarkPrivateOpinionService).execute(await community.as(member), post.publicId, isPrivate);

  it('is said by staff while writing, or afterwards, and taken back', async () => {
    const post = await reply(staff, false, true);
    expect(await opinionOf(post)).toEqual({ privateOpinion: true, viewer: { maySpeakPrivately: false } });
    await mark(staff, post, false);
    expect(await opinionOf(post, staff)).toEqual({
      privateOpinion: false,
      viewer: { maySpeakPrivately: true },
    });
    await Promise.all([mark(staff, post, true), mark(staff, post, true)]);
    expect(await opinionOf(post)).toMatchObject({ privateOpinion: true });
    const thread = await community.get(StartThreadService).execute(await community.as(staff), {
      ...{ boardId: board.publicId, kind: 'discussion', title: 'Was ich mir wünsche', tags: [] },
      ...{ body: 'Etwas mehr Ruhe.', anonymous: false, privateOpinion: true, clientKey: randomUUID() },
    });
    const [opening] = await community.owner.query<{ isPrivate: boolean }[]>(
      'SELECT private_opinion AS "isPrivate" FROM forum.post WHERE thread_id = $1',
      [thread.id],
    );
    expect(opening).toEqual({ isPrivate: true });
  });

  it('tells of nobody else, and never what an anonymous author is', async () => {
    const member = await community.member();
    const appointed = await community.member();
    const thread = await community.question(await community.member(), board);
    await community.reply(appointed, thread, { anonymous: true });
    await community.appoint(appointed, 'staff');
    const [ofMember, hidden] = [await reply(member, false, true), await reply(appointed, true, true, thread)];
    for (const post of [ofMember, hidden])
      expect(await opinionOf(post)).toMatchObject({ privateOpinion: false });
    expect(await opinionOf(hidden, appointed)).toMatchObject({ viewer: { maySpeakPrivately: false } });
    const colleague = await community.withRole('moderator');
    for (const [who, post] of [
      [member, ofMember],
      [appointed, hidden],
      [colleague, await reply(staff, false, false)],
    ] as const) {
      const unchanged = await community.snapshotOf('forum.post');
      await expect(mark(who, post, true)).rejects.toBeInstanceOf(NotFound);
      expect(await community.snapshotOf('forum.post')).toEqual(unchanged);
    }
  });
});

describe('a member', () => {
  it('joined in the month of the site’s time zone', async () => {
    const member = await community.member();
    const joinedAt = async (instant: string) => {
      await community.owner.query('UPDATE pseudonyms.pseudonym SET created_at = $2 WHERE id = $1', [
        member.memberId,
        instant,
      ]);
      const source = 'query ($nickname: String!) { member(nickname: $nickname) { joinedMonth } }';
      const answer = await community.ask<{ member: { joinedMonth: string } }>(community.visitor(), source, {
        nickname: member.nickname,
      });
      return answer.member.joinedMonth;
    };
    expect(await joinedAt('2026-10-31T22:59:59Z')).toBe('2026-10');
    expect(await joinedAt('2026-10-31T23:00:00Z')).toBe('2026-11');
  });
});
