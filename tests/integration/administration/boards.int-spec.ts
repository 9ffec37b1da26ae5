import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AddBoardService,
  ChangeBoardService,
  CloseBoardService,
  PlaceBoardService,
  QuestionFieldsService,
} from '@kundig/administration/server';
import { BoardDesk, StartThreadService, type Board, type Thread } from '@kundig/forum/server';
import { VerifyAudit } from '@kundig/moderation/server';
import { RequestContext } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
let administrator: TestMember;
let member: TestMember;
beforeAll(async () => {
  community = await TestCommunity.start();
  administrator = await community.withRole('administrator');
  member = await community.member();
});
afterAll(() => community.close());

const system = RequestContext.system();
const facts = {
  ...{ nameDe: 'Telefonie', nameEn: 'Telephony', descriptionDe: '', descriptionEn: '' },
  ...({ visibility: 'public', groupId: null, announced: false, posting: 'members' } as const),
};
const factsOf = (board: Board) => {
  const { nameDe, nameEn, descriptionDe, descriptionEn, visibility, groupId, announced, posting } = board;
  return { nameDe, nameEn, descriptionDe, descriptionEn, visibility, groupId, announced, posting };
};
const tables = () => community.snapshotOf('forum.board', 'moderation.audit_entry');
const actions = async (id: string) => {
  const rows = await community.owner.query<{ action: string }[]>(
    'SELECT action FROM moderation.audit_entry WHERE subject_id = $1 ORDER BY seq',
    [id],
  );
  return rows.map(({ action }) => action);
};

describe('shaping boards', () => {
  it('is for administrators of the whole community alone; anybody else changes nothing', async () => {
    const board = await community.board();
    const others = [
      community.visitor(),
      await community.as(member),
      await community.as(await community.withRole('moderator')),
      await community.as(await community.withRole('administrator', board)),
      await community.as(await community.withRole('editor')),
    ];
    const before = await tables();
    const id = board.publicId;
    for (const ctx of others) {
      const answer = ctx.actor.isMember ? 'platform:error.notFound' : 'platform:error.signInRequired';
      const tries = [
        community.get(AddBoardService).execute(ctx, { ...facts, parentId: null }),
        community.get(ChangeBoardService).execute(ctx, { ...facts, id }),
        community.get(PlaceBoardService).execute(ctx, { id, parentId: null, beforeId: null }),
        community.get(CloseBoardService).execute(ctx, id, true),
        community
          .get(QuestionFieldsService)
          .save(ctx, { id, field: null, labelDe: 'Gerät', labelEn: 'Device', choices: [] }),
      ];
      for (const attempt of tries) await expect(attempt).rejects.toThrow(answer);
      await expect(community.ask(ctx, '{ boardDesk { id } }')).rejects.toThrow();
    }
    expect(await tables()).toEqual(before);
  });

  it('adds a board under a free address, behind its siblings, and writes it down', async () => {
    const ctx = await community.as(administrator);
    const add = () => community.get(AddBoardService).execute(ctx, { ...facts, parentId: null });
    const [one, other] = [await add(), await add()];
    expect([one.slug, other.slug]).toEqual(['telefonie', 'telefonie-2']);
    const child = await community.get(AddBoardService).execute(ctx, { ...facts, parentId: one.publicId });
    const tree = await community.get(BoardDesk).tree(system);
    expect(tree.find(({ id }) => id === child.id)?.parentId).toBe(one.id);
    expect(tree.findIndex(({ id }) => id === child.id)).toBe(tree.findIndex(({ id }) => id === one.id) + 1);
    expect(await actions(child.publicId)).toEqual(['board-added']);
    expect(await community.get(VerifyAudit).execute(system)).toBeNull();
  });

  it('keeps two levels, whoever moves what at once', async () => {
    const [a, b, c] = [await community.board(), await community.board(), await community.board()];
    const below = async (id: Board, parent: Board) =>
      community.get(PlaceBoardService).execute(await community.as(administrator), {
        id: id.publicId,
        parentId: parent.publicId,
        beforeId: null,
      });
    for (let round = 0; round < 5; round += 1) {
      await Promise.allSettled([below(a, b), below(b, c), below(c, a), below(b, a)]);
      const deep = await community.owner.query<unknown[]>(
        `SELECT 1 FROM forum.board child JOIN forum.board parent ON parent.id = child.parent_id
         WHERE parent.parent_id IS NOT NULL`,
      );
      expect(deep).toEqual([]);
      for (const { publicId: id } of [a, b, c])
        await community
          .get(PlaceBoardService)
          .execute(await community.as(administrator), { id, parentId: null, beforeId: null });
    }
  });

  it('refuses the board of a group without a group', async () => {
    const attempt = community
      .get(AddBoardService)
      .execute(await community.as(administrator), { ...facts, visibility: 'group', parentId: null });
    await expect(attempt).rejects.toMatchObject({ details: { field: 'groupId' } });
  });
});

describe('a board that is closed to some from now on', () => {
  const SEEN = `query ($board: ID!, $thread: ID!, $words: String!) {
    board(id: $board) { readable threads { items { id } } }
    boards { id }
    thread(id: $thread) { id }
    threads(first: 50, order: NEWEST) { items { id } }
    search(query: $words) { hits { thread { id } } } }`;
  interface Seen {
    board: { readable: boolean; threads: { items: { id: string }[] } } | null;
    boards: { id: string }[];
    thread: object | null;
    threads: { items: { id: string }[] };
    search: { hits: { thread: { id: string } }[] };
  }
  let board: Board;
  let thread: Thread;
  let insider: TestMember;
  let groupId: string;

  /** Where somebody meets the thread, and whether the board is known. */
  const seenBy = async (ctx: RequestContext) => {
    const seen = await community.ask<Seen>(ctx, SEEN, {
      board: board.publicId,
      thread: thread.publicId,
      words: 'Glasfaserkasten',
    });
    const holds = (items: { id: string }[]) => items.some(({ id }) => id === thread.publicId);
    return {
      known: seen.board !== null && seen.boards.some(({ id }) => id === board.publicId),
      places: [
        seen.thread && 'page',
        holds(seen.threads.items) && 'list',
        seen.board && holds(seen.board.threads.items) && 'board',
        holds(seen.search.hits.map((hit) => hit.thread)) && 'search',
      ].filter(Boolean),
    };
  };
  const everywhere = { known: true, places: ['page', 'list', 'board', 'search'] };
  const nowhere = { known: false, places: [] };
  const change = async (to: Partial<Board>) =>
    community
      .get(ChangeBoardService)
      .execute(await community.as(administrator), { ...factsOf(board), ...to, id: board.publicId });

  beforeAll(async () => {
    insider = await community.member();
    groupId = (await community.groupBoard([insider], false)).groupId!;
    board = await community.board();
    thread = await community.question(member, board, { title: 'Wo hängt der Glasfaserkasten im Keller?' });
    await community.runJobs();
  });

  it.each([
    ['public', { visibility: 'public' }, everywhere, everywhere, everywhere],
    ['members', { visibility: 'members' }, nowhere, everywhere, everywhere],
    ['hidden', { visibility: 'group', announced: false }, nowhere, nowhere, everywhere],
    [
      'announced',
      { visibility: 'group', announced: true },
      { known: true, places: [] },
      { known: true, places: [] },
      everywhere,
    ],
    ['public again', { visibility: 'public' }, everywhere, everywhere, everywhere],
  ] as const)('is read by whom it says at once: %s', async (_, to, visitor, outsider, inside) => {
    await change({ ...to, groupId: to.visibility === 'group' ? groupId : null });
    expect(await seenBy(community.visitor())).toEqual(visitor);
    expect(await seenBy(await community.as(member))).toEqual(outsider); // even who asked there
    expect(await seenBy(await community.as(insider))).toEqual(inside);
  });

  it('drops every cached page with the change', async () => {
    const heard: string[] = [];
    const listener = community.owner.createQueryRunner();
    const client = (await listener.connect()) as {
      on(event: 'notification', hear: (notice: { payload: string }) => void): void;
    };
    client.on('notification', ({ payload }) => heard.push(payload));
    await listener.query('LISTEN kundig_pages');
    await change({ visibility: 'members' });
    await listener.query('SELECT 1');
    expect(heard).toContain('everything');
    await listener.release();
  });
});

describe('a closed board', () => {
  it('takes no new thread and keeps what it has; replies go on', async () => {
    const board = await community.board();
    const thread = await community.question(member, board);
    const close = async (closed: boolean) =>
      community.get(CloseBoardService).execute(await community.as(administrator), board.publicId, closed);
    await close(true);
    await close(true);
    const before = await community.snapshotOf('forum.thread', 'forum.post');
    await expect(community.question(member, board)).rejects.toThrow('forum:error.boardClosed');
    expect(await community.snapshotOf('forum.thread', 'forum.post')).toEqual(before);
    await expect(community.reply(member, thread)).resolves.toBeDefined();
    await close(false);
    await expect(community.question(member, board)).resolves.toBeDefined();
    expect(await actions(board.publicId)).toEqual(['board-closed', 'board-reopened']);
  });
});

describe('what a board asks beside the question', () => {
  let board: Board;
  let fields: { id: string; label: string; choices: string[] }[];
  const save = async (
    labelDe: string,
    labelEn: string,
    choices: string[] = [],
    field: string | null = null,
  ) =>
    community
      .get(QuestionFieldsService)
      .save(await community.as(administrator), { id: board.publicId, field, labelDe, labelEn, choices });
  const asked = async (locale: 'de' | 'en' = 'de') => {
    const data = await community.ask<{ board: { questionFields: typeof fields } }>(
      await community.as(member, locale),
      'query ($id: ID!) { board(id: $id) { questionFields { id label choices } } }',
      { id: board.publicId },
    );
    return data.board.questionFields;
  };
  const start = async (detailFields: string[], details: string[]) =>
    community.get(StartThreadService).execute(await community.as(member), {
      ...{ boardId: board.publicId, kind: 'question', title: 'Das Telefon klingelt nicht mehr' },
      ...{ body: 'Seit gestern ist Ruhe.', tags: [], anonymous: true, clientKey: randomUUID() },
      ...{ detailFields, details },
    });

  beforeAll(async () => {
    board = await community.board();
    await save('Gerät', 'Device');
    await save('Tarif', 'Tariff', ['Klein', 'Groß']);
    fields = await asked();
  });

  it('is at most three things, in both languages, whoever adds at once', async () => {
    const tries = await Promise.allSettled([save('Eins', 'One'), save('Zwei', 'Two'), save('Drei', 'Three')]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await asked()).toHaveLength(3);
    expect((await asked('en'))[1]).toEqual({
      id: fields[1]!.id,
      label: 'Tariff',
      choices: ['Klein', 'Groß'],
    });
  });

  it('stands with the thread in the words of its time, and is found', async () => {
    const thread = await start([fields[1]!.id, fields[0]!.id], ['Groß', 'Quintaphon 500']);
    await save('Endgerät', 'Handset', [], fields[0]!.id);
    await community.runJobs();
    const data = await community.ask<{
      thread: { details: object[] };
      search: { hits: { thread: { id: string } }[] };
    }>(
      community.visitor('en'),
      `query ($id: ID!) { thread(id: $id) { details { label value } }
        search(query: "Quintaphon") { hits { thread { id } } } }`,
      { id: thread.publicId },
    );
    expect(data.thread.details).toEqual([
      { label: 'Tariff', value: 'Groß' },
      { label: 'Device', value: 'Quintaphon 500' },
    ]);
    expect(data.search.hits.map((hit) => hit.thread.id)).toEqual([thread.publicId]);
  });

  it('may stay empty; an answer to another board, or one that cannot be chosen, begins nothing', async () => {
    expect((await start([fields[0]!.id], [''])).details).toEqual([]);
    const before = await community.snapshotOf('forum.thread');
    await expect(start(['elsewhere'], ['Router'])).rejects.toMatchObject({ details: { field: 'boardId' } });
    await expect(start([fields[1]!.id], ['Riesig'])).rejects.toMatchObject({ details: { field: 'details' } });
    expect(await community.snapshotOf('forum.thread')).toEqual(before);
  });
});
