import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  EditPostService,
  SettleQuestionService,
  SettleTokens,
  type Board,
  type Thread,
} from '@kundig/forum/server';
import {
  ExportOwnDataService,
  GiveUpPersonaService,
  IdentityPort,
  PersonaDirectory,
} from '@kundig/identity/server';
import { AskForRevealService, MergeThreadService, SuspendService } from '@kundig/moderation/server';
import {
  Conflict,
  InvalidInput,
  KeyRing,
  NotFound,
  RequestContext,
  Suspended,
  Worker,
} from '@kundig/platform/server';
import { Reveals, Voices } from '@kundig/pseudonyms/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { Mailbox } from '../../support/mailbox.js';
import { TEST_PASSWORD } from '../../support/members.js';

jest.setTimeout(180_000);

const DAY = 1_440;

let folder: string;
let mailbox: Mailbox;
let community: TestCommunity;
let board: Board;
let other: TestMember;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kundig-giving-up-'));
  cpSync(process.env.KEYS_DIR!, folder, { recursive: true });
  KeyRing.addRevealKey(folder);
  mailbox = await Mailbox.open();
  community = await TestCommunity.start({
    ...{ KEYS_DIR: folder, SMTP_URL: mailbox.url, LIMIT_FACTOR: '10000' },
  });
  board = await community.board();
  other = await community.member();
});
afterAll(async () => {
  await community.close();
  await mailbox.close();
  rmSync(folder, { recursive: true });
});

interface Speaking {
  readonly me: TestMember;
  readonly thread: Thread;
  readonly personaId: string;
  readonly publicId: string;
  /** Public id of its first post. */
  readonly postId: string;
}

/** Somebody who has asked anonymously, was answered and told of it, and has begun to write again. */
async function speaking(): Promise<Speaking> {
  const me = await community.member();
  const thread = await community.question(me, board, { anonymous: true });
  await community.reply(me, thread);
  await community.reply(other, thread);
  await community.runJobs();
  await community.get(IdentityPort).saveDraft(me.memberId, {
    ...{
      threadId: thread.id,
      title: null,
      body: 'angefangen',
      boardId: null,
      unindexed: false,
      kind: null,
      tags: [],
    },
    anonymous: true,
  });
  const [row] = await community.owner.query<{ id: string; public_id: string; post: string }[]>(
    `SELECT a.id, a.public_id, p.public_id AS post FROM forum.post p JOIN pseudonyms.pseudonym a ON a.id = p.author_id
     WHERE p.thread_id = $1 AND p.position = 1`,
    [thread.id],
  );
  return { me, thread, personaId: row!.id, publicId: row!.public_id, postId: row!.post };
}

const giveUp = async (who: TestMember, publicId: string, currentPassword = TEST_PASSWORD) =>
  community.get(GiveUpPersonaService).execute(await community.as(who), { publicId, currentPassword });

const night = () => community.get(Worker).perform('app', 'pseudonyms.reconcile-personas', {});

const linkOf = async (personaId: string): Promise<{ sealed_link: Buffer; given_up_at: Date | null } | null> =>
  (
    await community.owner.query<{ sealed_link: Buffer; given_up_at: Date | null }[]>(
      'SELECT sealed_link, given_up_at FROM pseudonyms.persona WHERE pseudonym_id = $1',
      [personaId],
    )
  )[0] ?? null;

const accountOf = async ({ memberId }: TestMember): Promise<string> =>
  (await community.owner.query('SELECT id FROM identity.account WHERE member_id = $1', [memberId]))[0].id;

/** @returns tables, jobs and mails included, with a row that names both the person and anything of the persona or its thread */
async function tablesLinking({ me, thread, personaId, publicId, postId }: Speaking): Promise<string[]> {
  const posts = await community.owner.query<{ id: string; public_id: string }[]>(
    'SELECT id, public_id FROM forum.post WHERE author_id = $1',
    [personaId],
  );
  const person = [await accountOf(me), me.memberId, me.mail, me.nickname];
  const persona = [personaId, publicId, postId, thread.id, thread.publicId, ...posts.flatMap(Object.values)];
  const tables = await community.owner.query<{ name: string }[]>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  expect(tables.length).toBeGreaterThan(60);
  const linking: string[] = [];
  for (const { name } of tables) {
    const rows = await community.owner.query<unknown[]>(
      `SELECT 1 FROM (SELECT t::text AS said, replace(t::text, '-', '') AS bare FROM ${name} AS t) AS row
       WHERE EXISTS (SELECT FROM unnest($1::text[]) AS w WHERE said ILIKE '%' || w || '%' OR bare ILIKE '%' || replace(w, '-', '') || '%')
         AND EXISTS (SELECT FROM unnest($2::text[]) AS w WHERE said LIKE '%' || w || '%' OR bare LIKE '%' || replace(w, '-', '') || '%')`,
      [person, persona],
    );
    if (rows.length > 0) linking.push(name);
  }
  return linking;
}

const LIST = '{ myPersonas(first: 50) { items { author { id } } } }';
const listed = async (who: TestMember): Promise<string[]> => {
  const { myPersonas } = await community.ask<{ myPersonas: { items: { author: { id: string } }[] } }>(
    await community.as(who),
    LIST,
  );
  return myPersonas.items.map(({ author }) => author.id);
};

describe('a persona that is given up', () => {
  it('is tied to its owner by no row of any table after the night, and by none but the sealed link before', async () => {
    const mine = await speaking();
    expect(await tablesLinking(mine)).toEqual(
      expect.arrayContaining([
        ...['identity.thread_state', 'identity.persona_post', 'identity.draft'],
        ...['identity.notice', 'identity.outbox_mail'],
      ]),
    );
    await giveUp(mine.me, mine.publicId);
    expect(await tablesLinking(mine)).toEqual([]);
    expect(await linkOf(mine.personaId)).not.toBeNull();
    community.clock.advance({ minutes: 13 * DAY });
    await night();
    expect(await linkOf(mine.personaId)).not.toBeNull();
    community.clock.advance({ minutes: 2 * DAY });
    await night();
    expect(await linkOf(mine.personaId)).toBeNull();
    expect(await tablesLinking(mine)).toEqual([]);
  });

  it('keeps its posts, its name and its place, and nothing of what others see changes', async () => {
    const mine = await speaking();
    const shown = () =>
      community.snapshotOf('forum.post', 'forum.thread', 'pseudonyms.pseudonym', 'search.document');
    const before = await shown();
    await giveUp(mine.me, mine.publicId);
    await night();
    expect(await shown()).toEqual(before);
  });

  it('is no longer listed, edits nothing, is told nothing and settles nothing by the link of an old mail', async () => {
    const mine = await speaking();
    const token = community.get(SettleTokens).issue(mine.thread.publicId);
    expect(await listed(mine.me)).toEqual([mine.publicId]);
    await giveUp(mine.me, mine.publicId);
    expect(await listed(mine.me)).toEqual([]);
    const texts = await community.snapshotOf('forum.post', 'forum.post_revision');
    await expect(
      community.get(EditPostService).execute(await community.as(mine.me), {
        ...{ postId: mine.postId, body: 'Etwas ganz anderes als vorher.' },
      }),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(
      community.get(SettleQuestionService).execute(community.visitor(), token, {
        ...{ outcome: 'self-solved', body: 'Ein Neustart der Anlage hat geholfen.' },
      }),
    ).rejects.toBeInstanceOf(NotFound);
    expect(await community.snapshotOf('forum.post', 'forum.post_revision')).toEqual(texts);
    const mails = mailbox.to(mine.me.mail).length;
    await community.reply(other, mine.thread, { body: 'Noch eine Antwort, die niemand mehr liest.' });
    await community.runJobs();
    expect(mailbox.to(mine.me.mail)).toHaveLength(mails);
    expect(await community.get(IdentityPort).notices(mine.me.memberId)).toEqual([]);
  });

  it('leaves its owner to the thread as anybody else: a new voice is a new one, of either kind', async () => {
    const [anonymous, open] = [await speaking(), await speaking()];
    for (const { me, publicId } of [anonymous, open]) await giveUp(me, publicId);
    const again = await community.reply(anonymous.me, anonymous.thread, { anonymous: true });
    expect(again.authorId).not.toBe(anonymous.personaId);
    expect(await listed(anonymous.me)).toHaveLength(1);
    expect((await community.reply(open.me, open.thread, { anonymous: false })).authorId).toBe(
      open.me.memberId,
    );
    await night();
    expect(await listed(anonymous.me)).toHaveLength(1);
    expect((await community.reply(anonymous.me, anonymous.thread)).authorId).toBe(again.authorId);
  });

  it('is given up in every thread to which its posts went, and others of the same person are not', async () => {
    const [mine, kept] = [await speaking(), await speaking()];
    const second = await community.question(mine.me, board, { anonymous: true });
    const into = await community.question(other, board);
    await community
      .get(MergeThreadService)
      .execute(await community.as(await community.withRole('moderator')), {
        threadId: mine.thread.publicId,
        intoId: into.publicId,
        reason: 'Dieselbe Frage',
      });
    await community.runJobs();
    await giveUp(mine.me, mine.publicId);
    expect(await tablesLinking({ ...mine, thread: into })).toEqual([]);
    expect(await tablesLinking(mine)).toEqual([]);
    expect(await listed(mine.me)).toHaveLength(1);
    expect((await community.reply(mine.me, second)).authorId).not.toBe(mine.me.memberId);
    expect(await listed(kept.me)).toEqual([kept.publicId]);
  });

  it('stands in no file of own data', async () => {
    const mine = await speaking();
    await giveUp(mine.me, mine.publicId);
    const ctx = await community.as(mine.me);
    let file = '';
    const own = community.get(ExportOwnDataService);
    for await (const row of await own.execute(ctx, await own.unlock(ctx, TEST_PASSWORD)))
      file += JSON.stringify(row);
    expect(file).toContain(mine.me.mail);
    for (const word of [mine.personaId, mine.thread.id, mine.postId]) expect(file).not.toContain(word);
  });
});

describe('giving a persona up', () => {
  const unchanged = async (attempt: () => Promise<unknown>) => {
    const tables = ['identity.thread_state', 'identity.persona_post', 'identity.draft', 'pseudonyms.persona'];
    const before = await community.snapshotOf(...tables);
    const error = await attempt().catch((refusal: unknown) => refusal);
    expect(await community.snapshotOf(...tables)).toEqual(before);
    return error;
  };

  it('takes the password, and is the same refusal for somebody else’s, a member and nobody', async () => {
    const [mine, theirs] = [await speaking(), await speaking()];
    const [{ public_id: member }] = await community.owner.query(
      'SELECT public_id FROM pseudonyms.pseudonym WHERE id = $1',
      [mine.me.memberId],
    );
    const wrong = await unchanged(() => giveUp(mine.me, mine.publicId, 'falsch geraten'));
    expect(wrong).toMatchObject({ details: { field: 'currentPassword' } });
    expect(wrong).toBeInstanceOf(InvalidInput);
    const refusals = [];
    for (const id of [theirs.publicId, member, 'nobody-at-all'])
      refusals.push(await unchanged(() => giveUp(mine.me, id)));
    for (const refusal of refusals) expect(refusal).toEqual(new NotFound());
  });

  it('is safe to repeat, and of two at once one succeeds', async () => {
    const mine = await speaking();
    const both = await Promise.allSettled([giveUp(mine.me, mine.publicId), giveUp(mine.me, mine.publicId)]);
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    await expect(giveUp(mine.me, mine.publicId)).rejects.toBeInstanceOf(NotFound);
    expect(await tablesLinking(mine)).toEqual([]);
  });

  it('waits for a post that is being written, so that nothing is written down after it', async () => {
    const mine = await speaking();
    const ctx = await community.as(mine.me);
    await community.get(Voices).speak(ctx, mine.thread.id, null);
    expect(await unchanged(() => giveUp(mine.me, mine.publicId))).toBeInstanceOf(Conflict);
    await community.get(Voices).keepSilent(ctx, mine.thread.id);
    await giveUp(mine.me, mine.publicId);
    expect(await tablesLinking(mine)).toEqual([]);
  });

  it('that broke off lets nobody write, and is finished by the night', async () => {
    const mine = await speaking();
    const broken = jest
      .spyOn(community.get(PersonaDirectory), 'giveUp')
      .mockRejectedValueOnce(new Error('the connection was cut'));
    await expect(giveUp(mine.me, mine.publicId)).rejects.toThrow('the connection was cut');
    broken.mockRestore();
    expect(await listed(mine.me)).toEqual([]);
    await expect(community.reply(mine.me, mine.thread)).rejects.toMatchObject({
      messageKey: 'pseudonyms:error.personaGoing',
    });
    await night();
    expect(await tablesLinking(mine)).toEqual([]);
    expect((await linkOf(mine.personaId))!.given_up_at).not.toBeNull();
    expect((await community.reply(mine.me, mine.thread, { anonymous: true })).authorId).not.toBe(
      mine.personaId,
    );
  });

  it('is open to the suspended', async () => {
    const mine = await speaking();
    await suspend(mine, null);
    await community.ask(
      await community.as(mine.me),
      'mutation ($input: GiveUpPersonaInput!) { giveUpPersona(input: $input) { __typename } }',
      { input: { personaId: mine.publicId, currentPassword: TEST_PASSWORD } },
    );
    expect(await listed(mine.me)).toEqual([]);
  });
});

const suspend = async ({ postId }: Speaking, days: number | null) =>
  community.get(SuspendService).execute(
    await community.as(await community.withRole('moderator')),
    { postId },
    {
      reason: 'Beleidigung',
      endsAt: days === null ? null : new Date(community.clock.now().getTime() + days * DAY * 60_000),
    },
  );

describe('what was written under it is answered for', () => {
  it('by a suspension, imposed before or after, as long as it holds', async () => {
    for (const first of ['suspended', 'given up']) {
      const mine = await speaking();
      if (first === 'suspended') await suspend(mine, 30);
      await giveUp(mine.me, mine.publicId);
      if (first === 'given up') await suspend(mine, 30);
      await expect(community.reply(mine.me, await community.question(other, board))).rejects.toBeInstanceOf(
        Suspended,
      );
      await community.runJobs();
      community.clock.advance({ minutes: 20 * DAY });
      await night();
      expect(await linkOf(mine.personaId)).not.toBeNull();
      community.clock.advance({ minutes: 11 * DAY });
      await night();
      expect(await linkOf(mine.personaId)).toBeNull();
      expect(await tablesLinking(mine)).toEqual([]);
    }
  });

  it('by a reveal that was asked for: the answer is the same, the link stays until its author is told', async () => {
    const proven = async (who: TestMember) => {
      const { actor } = await community.as(who);
      const secondFactor = { on: true, owed: false, provedAt: community.clock.now() };
      return RequestContext.for({ actor, locale: 'de', secondFactor });
    };
    const [moderator, custodian] = [
      await community.withRole('moderator'),
      await community.withRole('custodian'),
    ];
    const mine = await speaking();
    await community.get(AskForRevealService).execute(await proven(moderator), {
      ...{
        postId: mine.postId,
        ground: 'offence',
        caseNumber: 'AZ 1',
        explanation: 'Eine Anzeige liegt vor.',
      },
    });
    await expect(giveUp(mine.me, mine.publicId)).resolves.toBeUndefined();
    expect(await listed(mine.me)).toEqual([]);
    community.clock.advance({ minutes: 20 * DAY });
    await night();

    const reveals = community.get(Reveals);
    const { id } = (await reveals.about(mine.personaId))[0]!;
    await reveals.decide(await proven(custodian), id, true, 'Die Anzeige liegt vor.');
    expect(await reveals.view(await proven(custodian), id)).toEqual({
      ...{ nickname: mine.me.nickname, mail: mine.me.mail },
    });
    await night();
    expect(await linkOf(mine.personaId)).not.toBeNull();
    const mails = mailbox.to(mine.me.mail).length;
    community.clock.advance({ minutes: 15 * DAY });
    await community.get(Worker).perform('app', 'notifications.tell-revealed', {});
    await community.runJobs();
    expect(mailbox.to(mine.me.mail)).toHaveLength(mails + 1);
    await night();
    expect(await linkOf(mine.personaId)).toBeNull();
    expect(await tablesLinking(mine)).toEqual([]);
  });

  it('by nobody once the link is gone: a later request finds what it finds where an account was deleted', async () => {
    const mine = await speaking();
    await giveUp(mine.me, mine.publicId);
    community.clock.advance({ minutes: 15 * DAY });
    await night();
    const before = await community.snapshotOf('identity.reveal_request', 'identity.suspension');
    await expect(
      community
        .get(Reveals)
        .request(
          await community.as(await community.withRole('moderator')),
          ...([
            mine.personaId,
            randomUUID(),
            { ground: 'offence', caseNumber: 'AZ 2', explanation: 'Zu spät.' },
          ] as const),
        ),
    ).rejects.toBeInstanceOf(NotFound);
    await suspend(mine, null);
    expect(await community.snapshotOf('identity.reveal_request', 'identity.suspension')).toEqual(before);
    await expect(community.reply(mine.me, await community.question(other, board))).resolves.toBeDefined();
  });
});
