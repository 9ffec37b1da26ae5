import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { EditEntryService } from '@kundig/faq/server';
import { LEAK_KINDS } from '@kundig/leak-guard/rules';
import {
  AppDatabase,
  Conflict,
  InvalidInput,
  NotAllowed,
  NotFound,
  RequestContext,
} from '@kundig/platform/server';
import { SaveLeakGuardService } from '@kundig/site/server';
import { statementsOf } from '../../support/statements.js';
import { FaqEditors } from './faq-editors.js';

const faq = FaqEditors.open();

describe('from a solved question to an entry in force', () => {
  it('asks with the title and answers with the solution, and only a second editor releases it', async () => {
    const { thread, solution } = await faq.solved({ answer: 'Die Rufgruppe **neu** zuordnen.' });
    const entry = await faq.propose(faq.anna, thread);
    expect(entry).toMatchObject({ question: thread.title, answerMd: solution.bodyMd, lang: 'de' });
    expect(await faq.shown(entry.publicId)).toBeNull();
    expect(await faq.onDesk(faq.anna, entry.publicId)).toMatchObject({
      status: 'PROPOSED',
      viewerMayRelease: false,
    });
    expect(await faq.onDesk(faq.bert, entry.publicId)).toMatchObject({
      status: 'PROPOSED',
      viewerMayRelease: true,
    });

    await expect(faq.release(faq.anna, entry.publicId)).rejects.toThrow(NotAllowed);
    expect(await faq.shown(entry.publicId)).toBeNull();

    await faq.release(faq.bert, entry.publicId);
    expect(await faq.shown(entry.publicId)).toBe('Die Rufgruppe **neu** zuordnen.');
    expect(await faq.onDesk(faq.anna, entry.publicId)).toMatchObject({
      status: 'RELEASED',
      editedBy: faq.anna.nickname,
      approvedBy: faq.bert.nickname,
      viewerMayRelease: false,
    });
  });

  it('keeps the released text in force until an edit is released, which its author cannot do', async () => {
    const { entryId } = await faq.released({ answer: 'Alter Stand.' });
    await faq.edit(faq.bert, entryId, 'Neuer Stand.');
    expect(await faq.shown(entryId)).toBe('Alter Stand.');
    expect(await faq.onDesk(faq.anna, entryId)).toMatchObject({
      status: 'EDITED',
      inForce: true,
      viewerMayRelease: true,
    });
    await expect(faq.release(faq.bert, entryId)).rejects.toThrow(NotAllowed);
    expect(await faq.shown(entryId)).toBe('Alter Stand.');
    await faq.release(faq.anna, entryId);
    expect(await faq.shown(entryId)).toBe('Neuer Stand.');
  });

  it('refuses to release what was edited after it was read', async () => {
    const { thread } = await faq.solved();
    const { publicId, number } = await faq.propose(faq.anna, thread);
    await faq.edit(faq.anna, publicId, 'Schnell noch geändert.');
    await expect(faq.release(faq.bert, publicId, number)).rejects.toThrow(Conflict);
    expect(await faq.shown(publicId)).toBeNull();
    await faq.release(faq.bert, publicId, number + 1);
    expect(await faq.shown(publicId)).toBe('Schnell noch geändert.');
  });

  it('does nothing twice', async () => {
    const { thread } = await faq.solved();
    const { publicId } = await faq.propose(faq.anna, thread);
    expect((await faq.propose(faq.bert, thread)).publicId).toBe(publicId);
    const clientKey = randomUUID();
    await faq.edit(faq.anna, publicId, 'Einmal.', { clientKey });
    await faq.edit(faq.bert, publicId, 'Von Bert.');
    expect(await faq.edit(faq.anna, publicId, 'Einmal.', { clientKey })).toMatchObject({
      number: 3,
      answerMd: 'Von Bert.',
    });
    await faq.release(faq.anna, publicId);
    await faq.release(faq.anna, publicId);
    expect((await faq.community.snapshotOf('faq.approval'))['faq.approval']).toContainEqual(
      expect.objectContaining({ number: 3, edited_by: faq.bert.memberId, approved_by: faq.anna.memberId }),
    );
  });

  it('leaves the right to release to whoever saved a form without a change', async () => {
    const { thread } = await faq.solved();
    const { publicId, question, answerMd } = await faq.propose(faq.anna, thread);
    await faq.community.get(EditEntryService).execute(await faq.community.as(faq.bert), {
      entryId: publicId,
      question,
      answer: answerMd,
      clientKey: randomUUID(),
    });
    expect(await faq.onDesk(faq.bert, publicId)).toMatchObject({ revision: 1, viewerMayRelease: true });
  });

  it('moves to another language and another public board with its release, not before', async () => {
    const { entryId } = await faq.released();
    const other = await faq.community.board();
    await faq.edit(faq.bert, entryId, 'Assign the hunt group.', { lang: 'en', boardId: other.publicId });
    const inBoard = (id: string) =>
      faq.community.ask<{ faq: { id: string; lang: string }[] }>(
        faq.community.visitor(),
        'query ($id: ID) { faq(boardId: $id) { id lang } }',
        { id },
      );
    expect((await inBoard(other.publicId)).faq).toEqual([]);
    await faq.release(faq.anna, entryId);
    expect((await inBoard(other.publicId)).faq).toEqual([{ id: entryId, lang: 'en' }]);
    expect((await inBoard(faq.board.publicId)).faq).toEqual([]);
    const members = await faq.community.board({ visibility: 'members' });
    await expect(faq.edit(faq.bert, entryId, 'Intern.', { boardId: members.publicId })).rejects.toThrow(
      NotAllowed,
    );
  });

  it('refuses a text that names somebody from the thread, by nickname or persona', async () => {
    const { thread, helper } = await faq.solved();
    const { publicId } = await faq.propose(faq.anna, thread);
    await faq.edit(faq.anna, publicId, `Wie ${helper.nickname} schrieb: Rufgruppe zuordnen.`);
    await expect(faq.release(faq.bert, publicId)).rejects.toThrow(InvalidInput);

    const anonymous = await faq.solved({ anonymous: true });
    const { publicId: second } = await faq.propose(faq.anna, anonymous.thread);
    const [persona] = await faq.community.owner.query<{ name: string }[]>(
      'SELECT name FROM pseudonyms.pseudonym WHERE id = $1',
      [anonymous.solution.authorId],
    );
    const bird = persona!.name.split(' · ').at(-1)!;
    await faq.edit(faq.anna, second, `Hallo ${bird}, die Rufgruppe zuordnen.`);
    await expect(faq.release(faq.bert, second)).rejects.toThrow(InvalidInput);
    expect([await faq.shown(publicId), await faq.shown(second)]).toEqual([null, null]);
  });
});

describe('the database itself', () => {
  const database = () => faq.community.get(AppDatabase);

  it('stores no approval by the author of the text', async () => {
    const { thread } = await faq.solved();
    const { entryId } = await faq.propose(faq.anna, thread);
    await expect(
      database().query(RequestContext.system(), 'INSERT INTO faq.approval VALUES ($1, 1, $2, $2, now())', [
        entryId,
        faq.anna.memberId,
      ]),
    ).rejects.toThrow(/ck_approval_four_eyes/);
    await expect(
      database().query(RequestContext.system(), 'INSERT INTO faq.approval VALUES ($1, 1, $2, $3, now())', [
        entryId,
        faq.bert.memberId,
        faq.anna.memberId,
      ]),
    ).rejects.toThrow(/fk_approval_revision/);
  });

  it('puts nothing in force that was not approved', async () => {
    const { thread } = await faq.solved();
    const { entryId } = await faq.propose(faq.anna, thread);
    await expect(
      database().query(RequestContext.system(), 'UPDATE faq.entry SET released_number = 1 WHERE id = $1', [
        entryId,
      ]),
    ).rejects.toThrow(/fk_entry_released/);
  });

  it.each(['revision', 'approval'])('changes and deletes no %s', async (table) => {
    await faq.released();
    await expect(
      database().query(RequestContext.system(), `UPDATE faq.${table} SET number = 9`),
    ).rejects.toThrow(/permission denied/);
    await expect(database().query(RequestContext.system(), `DELETE FROM faq.${table}`)).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('who may', () => {
  it('hides the desk from members, whatever they call', async () => {
    const { thread } = await faq.solved();
    const { publicId } = await faq.propose(faq.anna, thread);
    const stranger = await faq.community.member();
    const before = await faq.community.snapshotOf('faq.entry', 'faq.revision', 'faq.approval', 'faq.release');
    const ctx = await faq.community.as(stranger);
    for (const query of ['faqDesk { id }', 'faqCandidates { pageCount }', 'faqReleases { id }'])
      await expect(faq.community.ask(ctx, `{ ${query} }`)).rejects.toThrow();
    for (const attempt of [
      faq.propose(stranger, thread),
      faq.edit(stranger, publicId, 'Fremd.'),
      faq.release(stranger, publicId),
      faq.withdraw(stranger, publicId),
    ])
      await expect(attempt).rejects.toThrow(NotFound);
    const { exportFaq } = await faq.community.ask<{ exportFaq: { __typename: string } }>(
      ctx,
      'mutation ($input: ExportFaqInput!) { exportFaq(input: $input) { __typename } }',
      { input: { clientKey: randomUUID() } },
    );
    expect(exportFaq.__typename).toBe('NotFoundError');
    expect(
      await faq.community.snapshotOf('faq.entry', 'faq.revision', 'faq.approval', 'faq.release'),
    ).toEqual(before);
  });

  it('lets an editor of one board act there only', async () => {
    const elsewhere = await faq.community.board();
    const local = await faq.community.withRole('editor', elsewhere);
    const { thread } = await faq.solved();
    const { publicId } = await faq.propose(faq.anna, thread);
    await expect(faq.release(local, publicId)).rejects.toThrow(NotFound);
    await expect(faq.propose(local, (await faq.solved()).thread)).rejects.toThrow(NotFound);
    expect(await faq.onDesk(local, publicId)).toBeUndefined();
  });

  it('tells visitors neither editors nor exact times, and who may edit', async () => {
    const { entryId } = await faq.released();
    const { faqEntry } = await faq.community.ask<{ faqEntry: Record<string, unknown> }>(
      faq.community.visitor(),
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
      [faq.community.visitor(), false],
      [await faq.community.as(faq.anna), true],
    ] as const)
      expect(await faq.community.ask(ctx, '{ viewer { mayEditFaq } }')).toEqual({
        viewer: { mayEditFaq: may },
      });
  });

  it('takes nothing from boards that are not public, and nothing unsolved', async () => {
    const members = await faq.community.board({ visibility: 'members' });
    await expect(faq.propose(faq.anna, (await faq.solved({ board: members })).thread)).rejects.toThrow(
      NotAllowed,
    );
    const open = await faq.community.question(await faq.community.member(), faq.board);
    await expect(faq.propose(faq.anna, open)).rejects.toThrow(NotAllowed);
    const insider = await faq.community.member();
    const secret = await faq.community.question(insider, await faq.community.groupBoard([insider], false));
    await expect(faq.propose(faq.anna, secret)).rejects.toThrow(NotFound);
  });
});

describe('a page', () => {
  it('asks few questions, however many entries there are', async () => {
    const [first] = [await faq.released(), await faq.released(), await faq.released()];
    const unproposed = await faq.solved();
    const editor = await faq.community.as(faq.anna);
    const list = '{ faq { path question answerHtml lang board { name } thread { title board { name } } } }';
    const desk =
      '{ faqDesk { question answer status editedBy approvedBy thread { title } viewerMayRelease } }';
    const counts = {
      list: await statementsOf(faq.community, () => faq.community.ask(faq.community.visitor(), list)),
      desk: await statementsOf(faq.community, () => faq.community.ask(editor, desk)),
      propose: await statementsOf(faq.community, () => faq.propose(faq.anna, unproposed.thread)),
      edit: await statementsOf(faq.community, () => faq.edit(faq.anna, first.entryId, 'Anders gesagt.')),
      release: await statementsOf(faq.community, () => faq.release(faq.bert, first.entryId)),
    };
    expect(Object.values(counts).map(({ length }) => length)).toEqual([3, 3, 11, 11, 13]);
  });

  it('shows as many entries as it asks for', async () => {
    for (let made = 0; made < 3; made += 1) await faq.released();
    const { faq: entries } = await faq.community.ask<{ faq: unknown[] }>(
      faq.community.visitor(),
      'query ($id: ID!) { faq(boardId: $id, first: 2) { id } }',
      { id: faq.board.publicId },
    );
    expect(entries).toHaveLength(2);
    await expect(faq.community.ask(faq.community.visitor(), '{ faq(first: 1000) { id } }')).rejects.toThrow();
  });
});

describe('where the leak guard is binding', () => {
  const bind = async () => {
    const administrator = await faq.community.as(await faq.community.withRole('administrator'));
    const own = { customerPatterns: [], contractPatterns: [], ticketPatterns: [], hotlines: [], domains: [] };
    const set = { kinds: LEAK_KINDS, binding: true, ...own };
    await faq.community.get(SaveLeakGuardService).execute(administrator, set);
  };
  const rows = () => faq.community.snapshotOf('faq.entry', 'faq.revision');
  const answer = 'Ruft unter 0221 4710-388 an.';

  it('no entry is edited or released with what has to go', async () => {
    const { thread } = await faq.solved({ answer });
    const { publicId } = await faq.propose(faq.anna, thread);
    await bind();
    const before = await rows();
    const refused = { messageKey: 'leak-guard:error.bound', details: { field: 'answer' } };
    await expect(faq.release(faq.bert, publicId)).rejects.toMatchObject(refused);
    await expect(faq.edit(faq.anna, publicId, `Neu: ${answer}`)).rejects.toMatchObject(refused);
    expect(await rows()).toEqual(before);
    await faq.edit(faq.anna, publicId, 'Ruft die Hotline an.');
    await faq.release(faq.bert, publicId);
    expect(await faq.shown(publicId)).toBe('Ruft die Hotline an.');
  });
});
