import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EditEntryService,
  ProposeEntryService,
  ReleaseEntryService,
  WithdrawEntryService,
} from '@kundig/faq/server';
import {
  MarkSolutionService,
  PostVisibility,
  type Board,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import {
  AppDatabase,
  Conflict,
  InvalidInput,
  NotAllowed,
  NotFound,
  RequestContext,
} from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { statementsOf } from '../../support/statements.js';

let community: TestCommunity;
let dataDir: string;
let anna: TestMember;
let bert: TestMember;
let board: Board;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'faq-'));
  community = await TestCommunity.start({ DATA_DIR: dataDir });
  [anna, bert] = [await community.withRole('editor'), await community.withRole('editor')];
});
beforeEach(async () => {
  board = await community.board();
});
afterAll(async () => {
  await community.close();
  await rm(dataDir, { recursive: true });
});

const system = RequestContext.system();

/** A question with an accepted answer. */
async function solved(more: { board?: Board; title?: string; answer?: string; anonymous?: boolean } = {}) {
  const [asker, helper] = [await community.member(), await community.member()];
  const thread = await community.question(asker, more.board ?? board, more);
  const solution = await community.reply(helper, thread, { body: more.answer, anonymous: more.anonymous });
  await community.get(MarkSolutionService).execute(await community.as(asker), solution.publicId, true);
  return { asker, helper, thread, solution };
}

const propose = async (member: TestMember, { publicId }: Pick<Thread, 'publicId'>) =>
  community
    .get(ProposeEntryService)
    .execute(await community.as(member), { threadId: publicId, clientKey: randomUUID() });
const edit = async (
  member: TestMember,
  entryId: string,
  answer: string,
  more: { clientKey?: string; boardId?: string; lang?: 'de' | 'en' } = {},
) =>
  community.get(EditEntryService).execute(await community.as(member), {
    entryId,
    question: 'Warum klingelt nach dem Umzug nichts?',
    answer,
    clientKey: randomUUID(),
    ...more,
  });
const release = async (member: TestMember, entryId: string, revision?: number) =>
  community.get(ReleaseEntryService).execute(await community.as(member), { entryId, revision });
const withdraw = async (member: TestMember, entryId: string) =>
  community.get(WithdrawEntryService).execute(await community.as(member), entryId);

async function shown(entryId: string): Promise<string | null> {
  const { faqEntry } = await community.ask<{ faqEntry: { answer: string } | null }>(
    community.visitor(),
    'query ($id: ID!) { faqEntry(id: $id) { answer } }',
    { id: entryId },
  );
  return faqEntry?.answer ?? null;
}

interface DeskRow {
  id: string;
  status: string;
  review: string | null;
  inForce: boolean;
  revision: number;
  viewerMayRelease: boolean;
  editedBy: string | null;
  approvedBy: string | null;
}
async function onDesk(member: TestMember, entryId: string): Promise<DeskRow | undefined> {
  const { faqDesk } = await community.ask<{ faqDesk: DeskRow[] }>(
    await community.as(member),
    '{ faqDesk { id status review inForce revision viewerMayRelease editedBy approvedBy } }',
  );
  return faqDesk.find(({ id }) => id === entryId);
}

/** An entry that anna proposed and bert released. */
async function released(more: Parameters<typeof solved>[0] = {}) {
  const source = await solved(more);
  const { publicId } = await propose(anna, source.thread);
  await release(bert, publicId);
  return { ...source, entryId: publicId };
}

const hide = (post: Pick<Post, 'id'>) =>
  community
    .get(AppDatabase)
    .transaction(system, (tx) =>
      community.get(PostVisibility).withdraw(tx, post.id, { hiddenReason: 'Enthält Interna.' }),
    );

describe('from a solved question to an entry in force', () => {
  it('asks with the title and answers with the solution, and only a second editor releases it', async () => {
    const { thread, solution } = await solved({ answer: 'Die Rufgruppe **neu** zuordnen.' });
    const entry = await propose(anna, thread);
    expect(entry).toMatchObject({ question: thread.title, answerMd: solution.bodyMd, lang: 'de' });
    expect(await shown(entry.publicId)).toBeNull();
    expect(await onDesk(anna, entry.publicId)).toMatchObject({ status: 'PROPOSED', viewerMayRelease: false });
    expect(await onDesk(bert, entry.publicId)).toMatchObject({ status: 'PROPOSED', viewerMayRelease: true });

    await expect(release(anna, entry.publicId)).rejects.toThrow(NotAllowed);
    expect(await shown(entry.publicId)).toBeNull();

    await release(bert, entry.publicId);
    expect(await shown(entry.publicId)).toBe('Die Rufgruppe **neu** zuordnen.');
    expect(await onDesk(anna, entry.publicId)).toMatchObject({
      status: 'RELEASED',
      editedBy: anna.nickname,
      approvedBy: bert.nickname,
      viewerMayRelease: false,
    });
  });

  it('keeps the released text in force until an edit is released, which its author cannot do', async () => {
    const { entryId } = await released({ answer: 'Alter Stand.' });
    await edit(bert, entryId, 'Neuer Stand.');
    expect(await shown(entryId)).toBe('Alter Stand.');
    expect(await onDesk(anna, entryId)).toMatchObject({
      status: 'EDITED',
      inForce: true,
      viewerMayRelease: true,
    });
    await expect(release(bert, entryId)).rejects.toThrow(NotAllowed);
    expect(await shown(entryId)).toBe('Alter Stand.');
    await release(anna, entryId);
    expect(await shown(entryId)).toBe('Neuer Stand.');
  });

  it('refuses to release what was edited after it was read', async () => {
    const { thread } = await solved();
    const { publicId, number } = await propose(anna, thread);
    await edit(anna, publicId, 'Schnell noch geändert.');
    await expect(release(bert, publicId, number)).rejects.toThrow(Conflict);
    expect(await shown(publicId)).toBeNull();
    await release(bert, publicId, number + 1);
    expect(await shown(publicId)).toBe('Schnell noch geändert.');
  });

  it('does nothing twice', async () => {
    const { thread } = await solved();
    const { publicId } = await propose(anna, thread);
    expect((await propose(bert, thread)).publicId).toBe(publicId);
    const clientKey = randomUUID();
    await edit(anna, publicId, 'Einmal.', { clientKey });
    await edit(bert, publicId, 'Von Bert.');
    expect(await edit(anna, publicId, 'Einmal.', { clientKey })).toMatchObject({
      number: 3,
      answerMd: 'Von Bert.',
    });
    await release(anna, publicId);
    await release(anna, publicId);
    expect((await community.snapshotOf('faq.approval'))['faq.approval']).toContainEqual(
      expect.objectContaining({ number: 3, edited_by: bert.memberId, approved_by: anna.memberId }),
    );
  });

  it('leaves the right to release to whoever saved a form without a change', async () => {
    const { thread } = await solved();
    const { publicId, question, answerMd } = await propose(anna, thread);
    await community.get(EditEntryService).execute(await community.as(bert), {
      entryId: publicId,
      question,
      answer: answerMd,
      clientKey: randomUUID(),
    });
    expect(await onDesk(bert, publicId)).toMatchObject({ revision: 1, viewerMayRelease: true });
  });

  it('moves to another language and another public board with its release, not before', async () => {
    const { entryId } = await released();
    const other = await community.board();
    await edit(bert, entryId, 'Assign the hunt group.', { lang: 'en', boardId: other.publicId });
    const inBoard = (id: string) =>
      community.ask<{ faq: { id: string; lang: string }[] }>(
        community.visitor(),
        'query ($id: ID) { faq(boardId: $id) { id lang } }',
        { id },
      );
    expect((await inBoard(other.publicId)).faq).toEqual([]);
    await release(anna, entryId);
    expect((await inBoard(other.publicId)).faq).toEqual([{ id: entryId, lang: 'en' }]);
    expect((await inBoard(board.publicId)).faq).toEqual([]);
    const members = await community.board({ visibility: 'members' });
    await expect(edit(bert, entryId, 'Intern.', { boardId: members.publicId })).rejects.toThrow(NotAllowed);
  });

  it('refuses a text that names somebody from the thread, by nickname or persona', async () => {
    const { thread, helper } = await solved();
    const { publicId } = await propose(anna, thread);
    await edit(anna, publicId, `Wie ${helper.nickname} schrieb: Rufgruppe zuordnen.`);
    await expect(release(bert, publicId)).rejects.toThrow(InvalidInput);

    const anonymous = await solved({ anonymous: true });
    const { publicId: second } = await propose(anna, anonymous.thread);
    const [persona] = await community.owner.query<{ name: string }[]>(
      'SELECT name FROM pseudonyms.pseudonym WHERE id = $1',
      [anonymous.solution.authorId],
    );
    const bird = persona!.name.split(' · ').at(-1)!;
    await edit(anna, second, `Hallo ${bird}, die Rufgruppe zuordnen.`);
    await expect(release(bert, second)).rejects.toThrow(InvalidInput);
    expect([await shown(publicId), await shown(second)]).toEqual([null, null]);
  });
});

describe('the database itself', () => {
  const database = () => community.get(AppDatabase);

  it('stores no approval by the author of the text', async () => {
    const { thread } = await solved();
    const { entryId } = await propose(anna, thread);
    await expect(
      database().query(system, 'INSERT INTO faq.approval VALUES ($1, 1, $2, $2, now())', [
        entryId,
        anna.memberId,
      ]),
    ).rejects.toThrow(/ck_approval_four_eyes/);
    await expect(
      database().query(system, 'INSERT INTO faq.approval VALUES ($1, 1, $2, $3, now())', [
        entryId,
        bert.memberId,
        anna.memberId,
      ]),
    ).rejects.toThrow(/fk_approval_revision/);
  });

  it('puts nothing in force that was not approved', async () => {
    const { thread } = await solved();
    const { entryId } = await propose(anna, thread);
    await expect(
      database().query(system, 'UPDATE faq.entry SET released_number = 1 WHERE id = $1', [entryId]),
    ).rejects.toThrow(/fk_entry_released/);
  });

  it.each(['revision', 'approval'])('changes and deletes no %s', async (table) => {
    await released();
    await expect(database().query(system, `UPDATE faq.${table} SET number = 9`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(database().query(system, `DELETE FROM faq.${table}`)).rejects.toThrow(/permission denied/);
  });
});

describe('who may', () => {
  it('hides the desk from members, whatever they call', async () => {
    const { thread } = await solved();
    const { publicId } = await propose(anna, thread);
    const stranger = await community.member();
    const before = await community.snapshotOf('faq.entry', 'faq.revision', 'faq.approval', 'faq.release');
    const ctx = await community.as(stranger);
    for (const query of ['faqDesk { id }', 'faqCandidates { pageCount }', 'faqReleases { id }'])
      await expect(community.ask(ctx, `{ ${query} }`)).rejects.toThrow();
    for (const attempt of [
      propose(stranger, thread),
      edit(stranger, publicId, 'Fremd.'),
      release(stranger, publicId),
      withdraw(stranger, publicId),
    ])
      await expect(attempt).rejects.toThrow(NotFound);
    const { exportFaq } = await community.ask<{ exportFaq: { __typename: string } }>(
      ctx,
      'mutation ($input: ExportFaqInput!) { exportFaq(input: $input) { __typename } }',
      { input: { clientKey: randomUUID() } },
    );
    expect(exportFaq.__typename).toBe('NotFoundError');
    expect(await community.snapshotOf('faq.entry', 'faq.revision', 'faq.approval', 'faq.release')).toEqual(
      before,
    );
  });

  it('lets an editor of one board act there only', async () => {
    const elsewhere = await community.board();
    const local = await community.withRole('editor', elsewhere);
    const { thread } = await solved();
    const { publicId } = await propose(anna, thread);
    await expect(release(local, publicId)).rejects.toThrow(NotFound);
    await expect(propose(local, (await solved()).thread)).rejects.toThrow(NotFound);
    expect(await onDesk(local, publicId)).toBeUndefined();
  });

  it('tells visitors neither editors nor exact times, and who may edit', async () => {
    const { entryId } = await released();
    const { faqEntry } = await community.ask<{ faqEntry: Record<string, unknown> }>(
      community.visitor(),
      'query ($id: ID!) { faqEntry(id: $id) { editedBy approvedBy updatedAt viewerMayRelease } }',
      { id: entryId },
    );
    expect(JSON.parse(JSON.stringify(faqEntry))).toEqual({
      editedBy: null,
      approvedBy: null,
      updatedAt: '2026-11-02T00:00:00.000Z',
      viewerMayRelease: false,
    });
    for (const [ctx, may] of [
      [community.visitor(), false],
      [await community.as(anna), true],
    ] as const)
      expect(await community.ask(ctx, '{ viewer { mayEditFaq } }')).toEqual({ viewer: { mayEditFaq: may } });
  });

  it('takes nothing from boards that are not public, and nothing unsolved', async () => {
    const members = await community.board({ visibility: 'members' });
    await expect(propose(anna, (await solved({ board: members })).thread)).rejects.toThrow(NotAllowed);
    const open = await community.question(await community.member(), board);
    await expect(propose(anna, open)).rejects.toThrow(NotAllowed);
    const insider = await community.member();
    const secret = await community.question(insider, await community.groupBoard([insider], false));
    await expect(propose(anna, secret)).rejects.toThrow(NotFound);
  });
});

describe('when the source changes', () => {
  it('a hidden answer takes the entry away at once, before any job has run, and then withdraws it', async () => {
    const { entryId, solution } = await released();
    await hide(solution);
    expect(await shown(entryId)).toBeNull();
    expect(await community.runJobs()).toContain('faq.export-entries');
    expect(await onDesk(anna, entryId)).toMatchObject({
      status: 'WITHDRAWN',
      review: 'SOURCE_GONE',
      inForce: false,
    });
    await expect(release(bert, entryId)).rejects.toThrow(Conflict);
  });

  it('comes back only by new work of two editors once the answer is restored', async () => {
    const { entryId, solution } = await released();
    await hide(solution);
    await community.runJobs();
    await community
      .get(AppDatabase)
      .transaction(system, (tx) => community.get(PostVisibility).restore(tx, solution.id));
    await community.runJobs();
    expect(await shown(entryId)).toBeNull();
    await edit(anna, entryId, 'Geprüft und ohne Interna.');
    await release(bert, entryId);
    expect(await shown(entryId)).toBe('Geprüft und ohne Interna.');
  });

  it('an answer that is no solution any more asks for a look and stays in force', async () => {
    const { asker, entryId, solution } = await released();
    const mark = async (accepted: boolean) => {
      await community
        .get(MarkSolutionService)
        .execute(await community.as(asker), solution.publicId, accepted);
      await community.runJobs();
    };
    await mark(false);
    expect(await onDesk(bert, entryId)).toMatchObject({
      review: 'SOLUTION_WITHDRAWN',
      viewerMayRelease: true,
    });
    expect(await shown(entryId)).not.toBeNull();
    await mark(true);
    expect(await onDesk(bert, entryId)).toMatchObject({ review: null });
    await mark(false);
    await release(bert, entryId);
    expect(await onDesk(bert, entryId)).toMatchObject({ review: null, status: 'RELEASED' });
  });

  it('a change of another post in the thread does not matter', async () => {
    const { asker, entryId, thread } = await released();
    await hide(await community.reply(asker, thread, { body: 'Danke!' }));
    await community.runJobs();
    expect(await onDesk(anna, entryId)).toMatchObject({ status: 'RELEASED', review: null });
  });

  it('can be withdrawn by hand, and be proposed again', async () => {
    const { entryId, thread } = await released();
    await withdraw(anna, entryId);
    await withdraw(anna, entryId);
    expect(await shown(entryId)).toBeNull();
    expect((await propose(bert, thread)).publicId).toBe(entryId);
    expect(await onDesk(anna, entryId)).toMatchObject({
      status: 'EDITED',
      inForce: false,
      viewerMayRelease: true,
    });
  });
});

describe('candidates', () => {
  interface Page {
    items: { thread: { id: string }; kudos: number; views: number; score: number }[];
    page: number;
    pageCount: number;
  }
  async function candidatePage(page: number, lang?: 'de' | 'en') {
    const { faqCandidates } = await community.ask<{ faqCandidates: Page }>(
      await community.as(anna),
      `query ($page: Int!, $lang: Locale) { faqCandidates(page: $page, lang: $lang) {
        items { thread { id } kudos views score } page pageCount } }`,
      { page, lang },
    );
    return faqCandidates;
  }
  /** Those of all pages. */
  async function candidates(lang?: 'de' | 'en') {
    const first = await candidatePage(1, lang);
    const others = Array.from({ length: first.pageCount - 1 }, (_, index) => candidatePage(index + 2, lang));
    return [first, ...(await Promise.all(others))].flatMap(({ items }) => items);
  }
  const count = (post: Post, kudos: number) =>
    community.owner.query('INSERT INTO kudos.post_kudos (post_id, count) VALUES ($1, $2)', [post.id, kudos]);
  const view = (thread: Thread, views: number) =>
    community.owner.query('UPDATE forum.thread SET view_count = $2 WHERE id = $1', [thread.id, views]);

  it('are ranked by kudos and views, both damped, and only as long as they have no entry', async () => {
    const [seen, thanked, both] = [await solved(), await solved(), await solved()];
    await view(seen.thread, 900);
    await count(thanked.solution, 20);
    await view(both.thread, 90);
    await count(both.solution, 10);
    const ours = [seen, thanked, both].map(({ thread }) => thread.publicId);
    const ranked = (await candidates()).filter(({ thread }) => ours.includes(thread.id));
    expect(ranked.map(({ thread }) => ours.indexOf(thread.id))).toEqual([2, 1, 0]);
    expect(ranked[0]).toMatchObject({ kudos: 10, views: 90 });
    expect(ranked[0]!.score).toBeCloseTo(3 * Math.log(11) + Math.log(91), 6);

    const { publicId } = await propose(anna, both.thread);
    const listed = async () => (await candidates()).some(({ thread }) => thread.id === both.thread.publicId);
    expect(await listed()).toBe(false);
    await withdraw(anna, publicId);
    expect(await listed()).toBe(true);
  });

  it('come in pages of ten, each candidate once, and none behind the last', async () => {
    for (let index = 0; index < 11; index += 1) await solved();
    const { pageCount } = await candidatePage(1);
    const pages = await Promise.all(
      Array.from({ length: pageCount }, (_, index) => candidatePage(index + 1)),
    );
    expect(pages.slice(0, -1).map(({ items }) => items.length)).toEqual(Array(pageCount - 1).fill(10));
    const all = pages.flatMap(({ items }) => items);
    expect(new Set(all.map(({ thread }) => thread.id)).size).toBe(all.length);
    expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).sort((a, b) => b - a));
    expect(await candidatePage(pageCount + 1)).toEqual({ items: [], page: pageCount + 1, pageCount });
    for (const page of [0, -1, 21, 1.5]) await expect(candidatePage(page)).rejects.toThrow();
  });

  it('are of public boards, solved and of the language asked for', async () => {
    const members = await community.board({ visibility: 'members' });
    const inside = await solved({ board: members });
    const german = await solved();
    const english = await solved({ title: 'Why does the phone not ring after we moved the office?' });
    await community.owner.query("UPDATE forum.thread SET lang = 'en' WHERE id = $1", [english.thread.id]);
    const ids = async (lang?: 'de' | 'en') => (await candidates(lang)).map(({ thread }) => thread.id);
    expect(await ids()).not.toContain(inside.thread.publicId);
    expect(await ids('de')).toContain(german.thread.publicId);
    expect(await ids('de')).not.toContain(english.thread.publicId);
    expect(await ids('en')).toContain(english.thread.publicId);
  });
});

describe('a page', () => {
  it('asks few questions, however many entries there are', async () => {
    const [first] = [await released(), await released(), await released()];
    const unproposed = await solved();
    const editor = await community.as(anna);
    const list = '{ faq { path question answerHtml lang board { name } thread { title board { name } } } }';
    const desk =
      '{ faqDesk { question answer status editedBy approvedBy thread { title } viewerMayRelease } }';
    const counts = {
      list: await statementsOf(community, () => community.ask(community.visitor(), list)),
      desk: await statementsOf(community, () => community.ask(editor, desk)),
      propose: await statementsOf(community, () => propose(anna, unproposed.thread)),
      edit: await statementsOf(community, () => edit(anna, first.entryId, 'Anders gesagt.')),
      release: await statementsOf(community, () => release(bert, first.entryId)),
    };
    expect(Object.values(counts).map(({ length }) => length)).toEqual([3, 3, 11, 11, 13]);
  });

  it('shows as many entries as it asks for', async () => {
    for (let made = 0; made < 3; made += 1) await released();
    const { faq } = await community.ask<{ faq: unknown[] }>(
      community.visitor(),
      'query ($id: ID!) { faq(boardId: $id, first: 2) { id } }',
      { id: board.publicId },
    );
    expect(faq).toHaveLength(2);
    await expect(community.ask(community.visitor(), '{ faq(first: 1000) { id } }')).rejects.toThrow();
  });
});
