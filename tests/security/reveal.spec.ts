import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import { ExportOwnDataService, RevealLog } from '@kundig/identity/server';
import { AskForRevealService, RedactPassageService } from '@kundig/moderation/server';
import { AppDatabase, ExpectedError, IdentityDatabase, RequestContext } from '@kundig/platform/server';
import { Reveals, type RevealView } from '@kundig/pseudonyms/server';
import { Browser } from '../support/browser.js';
import { columnsSaying } from '../support/columns-saying.js';
import { TestCommunity, type TestMember } from '../support/community.js';
import { TEST_PASSWORD } from '../support/members.js';
import { REVEAL_TABLES, RevealDesk, revealReason } from '../support/reveal-desk.js';
import { WebProcess } from '../support/web-process.js';

jest.setTimeout(240_000);

const ATTEMPTS = 500;

/** In minutes. */
const DAY = 1_440;

let desk: RevealDesk;
let community: TestCommunity;
let board: Board;
let moderator: TestMember;
let custodian: TestMember;
let otherCustodian: TestMember;
let both: TestMember;

beforeAll(async () => {
  desk = await RevealDesk.open();
  ({ community, board, moderator, custodian, otherCustodian, both } = desk);
});
afterAll(() => desk?.close());

describe('the whole way', () => {
  it('shows the person once to whoever approved, after the log holds it, and tells them after the delay', async () => {
    const request = await desk.approved();
    const { author } = request;
    expect(await desk.stateOf(request)).toMatchObject({ state: 'approved', decidedBy: custodian.memberId });
    expect(await desk.view(custodian, request.id)).toEqual({ nickname: author.nickname, mail: author.mail });
    expect(await desk.logOf(request)).toEqual(['requested', 'approved', 'viewed']);
    await expect(desk.view(custodian, request.id)).rejects.toThrow('revealViewed');

    community.clock.advance({ minutes: 13 * DAY });
    await desk.tellAll();
    expect(await desk.tidings(request)).toEqual([]);
    community.clock.advance({ minutes: DAY + 1 });
    await desk.tellAll();
    await desk.tellAll();
    expect(await desk.tidings(request)).toMatchObject([{ count: 1, unread: true }]);
    const mails = await community.owner.query<{ subject: string }[]>(
      `SELECT subject FROM identity.outbox_mail WHERE recipient = $1 AND subject LIKE 'Jemand hat erfahren%'`,
      [author.mail],
    );
    expect(mails).toHaveLength(1);
    expect(await desk.logOf(request)).toEqual(['requested', 'approved', 'viewed', 'told']);
    expect(await community.get(RevealLog).firstBreak(RequestContext.system())).toBeNull();
  });

  it('keeps of the person nothing in any schema of the app, and nothing in the log', async () => {
    const request = await desk.approved();
    const before = await dumpOfApp();
    await desk.view(custodian, request.id);
    expect(await dumpOfApp()).toEqual(before);
    const snapshot = JSON.stringify(await community.snapshotOf(...REVEAL_TABLES));
    for (const word of [request.author.mail, request.author.nickname, request.author.memberId])
      expect(snapshot).not.toContain(word);
  });

  it('loses what is redacted where it was asked for, and its log stays whole, for it never held it', async () => {
    const secret = 'Zitronenfalterkasten';
    const { thread, postId } = await desk.persona();
    await community.owner.query('UPDATE forum.post SET body_md = $2 WHERE public_id = $1', [
      ...[postId, `Es liegt im ${secret}.`],
    ]);
    await community.get(AskForRevealService).execute(await desk.as(moderator), {
      ...{ postId, ground: 'authority', caseNumber: 'AZ 9' },
      explanation: `Sie schreibt: „Es liegt im **${secret}**.“`,
    });
    const [request] = await community.owner.query<[{ id: string }]>(
      'SELECT id FROM identity.reveal_request WHERE thread_id = $1',
      [thread.id],
    );
    await community
      .get(Reveals)
      .decide(await desk.as(custodian), request.id, true, `Gemeint ist der ${secret}.`);
    await desk.view(custodian, request.id);
    const until = new Date(community.clock.now().getTime() + DAY * 60_000);
    await community.get(Reveals).hold(await desk.as(both), request.id, until, `Wegen ${secret}`);
    const saying = async () =>
      (await columnsSaying(community, secret)).filter((column) => column.startsWith('identity.reveal'));
    expect(await saying()).toEqual(
      ['decision_reason', 'explanation', 'hold_reason'].map((column) => `identity.reveal_request.${column}`),
    );
    await community
      .get(RedactPassageService)
      .execute(await desk.as(moderator), { postId, passage: secret, reason: null });
    expect(await saying()).toEqual([]);
    const [row] = await community.owner.query<unknown[]>(
      'SELECT explanation, decision_reason, hold_reason FROM identity.reveal_request WHERE id = $1',
      [request.id],
    );
    expect(row).toEqual({
      explanation: 'Sie schreibt: „Es liegt im **[geschwärzt]**.“',
      decision_reason: 'Gemeint ist der [geschwärzt].',
      hold_reason: 'Wegen [geschwärzt]',
    });
    expect(await desk.logOf(request)).toEqual(['requested', 'approved', 'viewed', 'held']);
    expect(await community.get(RevealLog).firstBreak(RequestContext.system())).toBeNull();
  });

  it('is listed page by page, the latest first and none twice, though many came at one time', async () => {
    const asked = await desk.asked();
    await community.owner.query(
      `INSERT INTO identity.reveal_request (id, persona_id, thread_id, post_id, ground, case_number, explanation, state,
         requested_by, requested_at, decided_by, decided_at)
       SELECT gen_random_uuid(), gen_random_uuid(), thread_id, post_id, ground, case_number, explanation, 'refused',
         requested_by, requested_at, $2, requested_at
       FROM identity.reveal_request, generate_series(1, 120) WHERE id = $1`,
      [asked.id, custodian.memberId],
    );
    const listed: string[] = [];
    for (let page: RevealView[] | null = null; page?.length !== 0;) {
      page = await community.get(Reveals).page(50, listed.at(-1) ?? null);
      listed.push(...page.map(({ id }) => id));
    }
    const [{ count }] = await community.owner.query<[{ count: number }]>(
      'SELECT count(*)::int AS count FROM identity.reveal_request',
    );
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toHaveLength(count);
    await community.owner.query(
      `DELETE FROM identity.reveal_request r
       WHERE NOT EXISTS (SELECT FROM identity.reveal_audit WHERE request_id = r.id)`,
    );
  });

  it('works by plain forms, and shows the person in the answer to one of them alone', async () => {
    const web = await WebProcess.start(community);
    try {
      const asking = await web.fresh(moderator);
      const { author, postId, personaId } = await desk.persona();
      const _page = `/p/${postId}/reveal`;
      expect((await asking.get(_page)).text).toContain('Offenlegung beantragen');
      const wish = { ...revealReason(), postId, ground: 'AUTHORITY', _page };
      expect((await asking.form('/form/requestReveal', wish)).status).toBe(303);
      const [{ id: requestId }] = (await community.get(Reveals).about(personaId)) as [RevealView];
      expect((await asking.get(_page)).text).toContain('wartet auf eine Treuhänderin');

      const deciding = await web.fresh(custodian);
      const here = { requestId, _page: '/desk/reveals' };
      expect((await deciding.get('/desk/reveals')).text).toContain('Dafür brauchen Sie einen zweiten Faktor');
      const early = await deciding.form('/form/decideReveal', {
        ...here,
        approve: 'true',
        reason: 'Ja, bitte.',
      });
      expect(early.status).toBe(403);
      await desk.giveCode(custodian);
      expect((await deciding.get('/desk/reveals')).text).toContain('Genehmigen');
      const decision = { ...here, approve: 'true', reason: 'Das Schreiben liegt vor.' };
      expect((await deciding.form('/form/decideReveal', decision)).status).toBe(303);
      const shown = await deciding.form('/form/viewReveal', here);
      expect(shown).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
      expect(shown.text).toContain(author.mail);
      for (const later of [
        await deciding.form('/form/viewReveal', here),
        await deciding.get('/desk/reveals'),
      ])
        expect(later.text).not.toContain(author.mail);

      const administrator = await web.fresh(await community.withRole('administrator'));
      expect((await administrator.get('/admin/reveals')).text).toContain(wish.caseNumber);
    } finally {
      Browser.closeAll();
      await web.close();
    }
  });

  it('tells nobody while it is held back, and tells at the end of that', async () => {
    const request = await desk.approved();
    await desk.view(custodian, request.id);
    const administrator = await desk.as(await community.withRole('administrator'));
    const until = new Date(community.clock.now().getTime() + 30 * 86_400_000);
    await community.get(Reveals).hold(administrator, request.id, until, 'Ermittlung läuft.');
    community.clock.advance({ minutes: 29 * DAY });
    await desk.tellAll();
    expect(await desk.tidings(request)).toEqual([]);
    community.clock.advance({ minutes: 2 * DAY });
    await desk.tellAll();
    expect(await desk.tidings(request)).toHaveLength(1);
    expect(await desk.logOf(request)).toEqual(['requested', 'approved', 'viewed', 'held', 'told']);
  });

  it('tells also whose post is gone for good, without a title and a way there', async () => {
    const request = await desk.approved();
    await desk.view(custodian, request.id);
    await community.owner.query('DELETE FROM forum.post WHERE public_id = $1', [request.postId]);
    community.clock.advance({ minutes: 14 * DAY + 1 });
    await desk.tellAll();
    await desk.tellAll();
    const mails = await community.owner.query<{ subject: string; text: string }[]>(
      `SELECT subject, text FROM identity.outbox_mail WHERE recipient = $1 AND subject LIKE 'Jemand hat erfahren%'`,
      [request.author.mail],
    );
    expect(mails).toEqual([
      {
        subject: 'Jemand hat erfahren, wer hinter Ihrem anonymen Beitrag stand',
        text: expect.stringContaining('den es nicht mehr gibt. Grund: Auskunftsersuchen einer Behörde.'),
      },
    ]);
    expect(mails[0]!.text).not.toContain('/p/');
    expect(await desk.logOf(request)).toEqual(['requested', 'approved', 'viewed', 'told']);
  });

  it('stands in the file of one’s own data once one is told, and says no more than that', async () => {
    const request = await desk.approved();
    await desk.view(custodian, request.id);
    const own = async (who: TestMember) => {
      const ctx = await community.as(who);
      const exporting = community.get(ExportOwnDataService);
      const rows = [];
      for await (const row of await exporting.execute(ctx, await exporting.unlock(ctx, TEST_PASSWORD)))
        if (row.kind === 'reveal') rows.push(row);
      return rows;
    };
    expect(await own(request.author)).toEqual([]);
    community.clock.advance({ minutes: 14 * DAY + 1 });
    await desk.tellAll();
    const [row, ...more] = await own(request.author);
    expect(more).toEqual([]);
    expect(Object.keys(row!).sort()).toEqual(['ground', 'kind', 'postId', 'toldAt', 'viewedAt']);
    expect(row).toMatchObject({ ground: 'authority' });
    expect(await own(await community.member())).toEqual([]);
  });

  it('takes the delay the operator has set', async () => {
    const administrator = await desk.as(await community.withRole('administrator'));
    await community.get(Reveals).setDelay(administrator, 0);
    const request = await desk.approved();
    await desk.view(custodian, request.id);
    await desk.tellAll();
    expect(await desk.tidings(request)).toHaveLength(1);
    await community.get(Reveals).setDelay(administrator, 14);
  });

  it('says that nobody is there any more where the account is gone', async () => {
    const request = await desk.approved();
    await community.owner.query('DELETE FROM identity.account WHERE member_id = $1', [
      request.author.memberId,
    ]);
    expect(await desk.view(custodian, request.id)).toBeNull();
    expect(await desk.logOf(request)).toEqual(['requested', 'approved', 'viewed']);
  });

  it('waits for one decision about a persona at a time', async () => {
    const request = await desk.asked();
    const again = community
      .get(AskForRevealService)
      .execute(await desk.as(moderator), { postId: request.postId, ...revealReason() });
    await expect(again).rejects.toThrow('revealWaits');
    await desk.decide(custodian, request.id, false);
    expect(await desk.stateOf(request)).toMatchObject({ state: 'refused' });
    await expect(desk.view(custodian, request.id)).rejects.toThrow('revealNotApproved');
  });
});

describe('attempts to get round it', () => {
  it(`none of ${ATTEMPTS} succeeds, and none leaves a trace`, async () => {
    const open = await desk.asked();
    const own = await desk.asked(both);
    const mine = await desk.approved();
    const refused = await desk.asked();
    await desk.decide(custodian, refused.id, false);
    const viewed = await desk.approved();
    await desk.view(custodian, viewed.id);
    const forged = await desk.asked();
    await forge(forged.id, randomBytes(32));
    const copied = await desk.asked();
    await copyApproval(mine.id, copied.id);
    const unaudited = await desk.approved();
    await community.owner.query(
      `UPDATE identity.reveal_audit SET actor_id = $2 WHERE request_id = $1 AND action = 'approved'`,
      [unaudited.id, otherCustodian.memberId],
    );
    const lapsed = await desk.approved();
    await community.owner.query(
      `UPDATE identity.reveal_request SET decided_at = decided_at - interval '25 hours' WHERE id = $1`,
      [lapsed.id],
    );
    let staleness = 4;
    const stale = () => (staleness += 1); // minutes, from the first that is too many
    const ways: Record<string, () => Promise<unknown>> = {
      'one person decides on what they asked': () => desk.decide(both, own.id),
      'one person looks at what they asked': () => desk.view(both, own.id),
      'nobody has approved': () => desk.view(custodian, open.id),
      'it was refused': () => desk.view(custodian, refused.id),
      'somebody else approved': () => desk.view(otherCustodian, mine.id),
      'whoever asked looks': () => desk.view(moderator, mine.id),
      'it was looked at': () => desk.view(custodian, viewed.id),
      'it lapsed': () => desk.view(custodian, lapsed.id),
      'the approval is forged': () => desk.view(custodian, forged.id),
      'the approval is that of another request': () => desk.view(custodian, copied.id),
      'the log does not hold the approval': () => desk.view(custodian, unaudited.id),
      'the factor is stale at the look': () => desk.view(custodian, mine.id, stale()),
      'there is no factor at the look': () => desk.view(custodian, mine.id, null),
      'the factor is stale at the decision': () => desk.decide(custodian, open.id, true, stale()),
      'there is no factor at the decision': () => desk.decide(custodian, open.id, true, null),
      'it is decided twice': () => desk.decide(otherCustodian, mine.id, false),
      'there is no such request': () => desk.view(custodian, randomUUID()),
    };
    const names = Object.keys(ways);
    const before = await community.snapshotOf(...REVEAL_TABLES);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const name = names[attempt % names.length]!;
      const outcome = await ways[name]!().then(
        () => 'it succeeded',
        (error: unknown) => (error instanceof ExpectedError ? 'refused' : String(error)),
      );
      expect({ name, outcome }).toEqual({ name, outcome: 'refused' });
    }
    expect(await community.snapshotOf(...REVEAL_TABLES)).toEqual(before);
    expect(await community.get(RevealLog).firstBreak(RequestContext.system())).not.toBeNull();
    await community.owner.query(
      `UPDATE identity.reveal_audit SET actor_id = $2 WHERE request_id = $1 AND action = 'approved'`,
      [unaudited.id, custodian.memberId],
    );
    // What was only in the table is missed by the log.
    await community.owner.query(
      `UPDATE identity.reveal_request SET state = 'open', decided_by = NULL, decided_at = NULL, approval = NULL
       WHERE id = ANY($1)`,
      [[forged.id, copied.id]],
    );
    expect(await community.get(RevealLog).firstBreak(RequestContext.system())).toBeNull();
  });

  it('of many who look at once, one sees it', async () => {
    const request = await desk.approved();
    const looks = await Promise.allSettled(Array.from({ length: 8 }, () => desk.view(custodian, request.id)));
    expect(looks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await desk.logOf(request)).toEqual(['requested', 'approved', 'viewed']);
  });

  it('an approval with any of its bytes flipped opens nothing', async () => {
    const request = await desk.approved();
    const [{ approval }] = await community.owner.query<[{ approval: Buffer }]>(
      'SELECT approval FROM identity.reveal_request WHERE id = $1',
      [request.id],
    );
    const put = (value: Buffer) =>
      community.owner.query('UPDATE identity.reveal_request SET approval = $2 WHERE id = $1', [
        request.id,
        value,
      ]);
    for (let index = 0; index < approval.length; index += 1) {
      const flipped = Buffer.from(approval);
      flipped[index]! ^= 1;
      await put(flipped);
      await expect(desk.view(custodian, request.id)).rejects.toThrow('revealAltered');
    }
    await put(approval);
    expect(await desk.view(custodian, request.id)).toMatchObject({ mail: request.author.mail });
  });

  it('is closed to whoever holds no such office', async () => {
    const { id } = await desk.approved();
    const decision = `mutation { decideReveal(input: { requestId: "${id}", approve: true, reason: "Ja, bitte" }) { __typename } }`;
    const look = `mutation { viewReveal(input: { requestId: "${id}" }) { __typename ... on ViewRevealSuccess { person { mail } } } }`;
    const before = await community.snapshotOf(...REVEAL_TABLES);
    for (const who of [moderator, await community.withRole('administrator'), await community.member()])
      for (const document of [decision, look, '{ reveals { id } }']) {
        const answer = await community
          .ask(await desk.as(who), document)
          .catch((error: unknown) => String(error));
        expect(JSON.stringify(answer)).not.toMatch(/Success|"reveals"/);
      }
    expect(await community.snapshotOf(...REVEAL_TABLES)).toEqual(before);
  });

  it('may be asked by moderators of the board alone, and about personas alone', async () => {
    const { postId } = await desk.persona();
    const elsewhere = await community.withRole('moderator', await community.board());
    const named = await community.question(await community.member(), board);
    const [post] = await community.owner.query<{ public_id: string }[]>(
      'SELECT public_id FROM forum.post WHERE thread_id = $1',
      [named.id],
    );
    const before = await community.snapshotOf(...REVEAL_TABLES);
    for (const [who, about] of [
      [elsewhere, postId],
      [custodian, postId],
      [moderator, post!.public_id],
    ] as const)
      await expect(
        community.get(AskForRevealService).execute(await desk.as(who), { postId: about, ...revealReason() }),
      ).rejects.toThrow(ExpectedError);
    expect(await community.snapshotOf(...REVEAL_TABLES)).toEqual(before);
  });

  it('is off without a key, and stays off', async () => {
    const keyless = await TestCommunity.start();
    try {
      const asker = await keyless.member();
      const thread = await keyless.question(asker, await keyless.board(), { anonymous: true });
      const [post] = await keyless.owner.query<{ public_id: string }[]>(
        'SELECT public_id FROM forum.post WHERE thread_id = $1',
        [thread.id],
      );
      const ctx = await keyless.as(await keyless.withRole('moderator'));
      expect(await keyless.ask(ctx, '{ revealsPossible }')).toEqual({ revealsPossible: false });
      const asking = keyless
        .get(AskForRevealService)
        .execute(ctx, { postId: post!.public_id, ...revealReason() });
      await expect(asking).rejects.toThrow('revealOff');
      expect(await keyless.snapshotOf(...REVEAL_TABLES)).toEqual({
        [REVEAL_TABLES[0]!]: [],
        [REVEAL_TABLES[1]!]: [],
      });
    } finally {
      await keyless.close();
    }
  });
});

describe('the log of reveals', () => {
  it.each([
    'UPDATE identity.reveal_audit SET note = NULL',
    'DELETE FROM identity.reveal_audit',
    'TRUNCATE identity.reveal_audit',
  ])('cannot be changed by any role of a process: %s', async (statement) => {
    await desk.asked();
    const before = await community.snapshotOf(...REVEAL_TABLES);
    for (const database of [AppDatabase, IdentityDatabase])
      await expect(community.get(database).query(RequestContext.system(), statement)).rejects.toThrow(
        'permission denied',
      );
    expect(await community.snapshotOf(...REVEAL_TABLES)).toEqual(before);
  });

  it.each(REVEAL_TABLES)('is nothing the role of the app could read: %s', async (table) =>
    expect(community.get(AppDatabase).query(RequestContext.system(), `SELECT FROM ${table}`)).rejects.toThrow(
      'permission denied',
    ),
  );

  it('tells where somebody has changed it, removed from it, or added to it without the key', async () => {
    await desk.approved();
    const broken = () => community.get(RevealLog).firstBreak(RequestContext.system());
    expect(await broken()).toBeNull();
    const [{ last }] = await community.owner.query<[{ last: string }]>(
      'SELECT max(seq)::text AS last FROM identity.reveal_audit',
    );
    await community.owner.query('CREATE TABLE public.kept AS TABLE identity.reveal_audit');
    for (const [tampering, place] of [
      [`UPDATE identity.reveal_audit SET note = 'Anders.' WHERE seq = 3`, '3'],
      ['DELETE FROM identity.reveal_audit WHERE seq = 4', '5'],
      [
        `INSERT INTO identity.reveal_audit (at, actor_id, action, request_id, note, seal)
         SELECT at, actor_id, action, request_id, note, seal FROM identity.reveal_audit WHERE seq = 2`,
        String(Number(last) + 1),
      ],
    ] as const) {
      await community.owner.query(tampering);
      expect(await broken()).toBe(place);
      await community.owner.query('ALTER TABLE identity.reveal_audit DISABLE TRIGGER chain');
      await community.owner.query('TRUNCATE identity.reveal_audit');
      await community.owner.query('INSERT INTO identity.reveal_audit TABLE public.kept');
      await community.owner.query('ALTER TABLE identity.reveal_audit ENABLE TRIGGER chain');
    }
    await community.owner.query('DROP TABLE public.kept');
    expect(await broken()).toBeNull();
  });
});

/** What somebody who may write in the table does, but for the key. */
async function forge(id: string, approval: Buffer): Promise<void> {
  await community.owner.query(
    `UPDATE identity.reveal_request SET state = 'approved', decided_by = $2, decided_at = $3, approval = $4 WHERE id = $1`,
    [id, custodian.memberId, community.clock.now(), approval],
  );
}

async function copyApproval(from: string, to: string): Promise<void> {
  await community.owner.query(
    `UPDATE identity.reveal_request t SET state = 'approved', decided_by = f.decided_by, decided_at = f.decided_at,
       approval = f.approval FROM identity.reveal_request f WHERE f.id = $1 AND t.id = $2`,
    [from, to],
  );
}

/** Every row of the schemas of the app, but for their jobs. */
async function dumpOfApp(): Promise<Record<string, unknown[]>> {
  const tables = await community.owner.query<{ name: string }[]>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'identity', 'public') AND schemaname NOT LIKE 'jobs%'`,
  );
  return community.snapshotOf(...tables.map(({ name }) => name));
}
