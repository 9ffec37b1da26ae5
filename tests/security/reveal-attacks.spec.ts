import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { GroupRepository } from '@kundig/groups/server';
import { ExportOwnDataService, IdentityPort, RevealLog } from '@kundig/identity/server';
import { MergeThreadService, SplitThreadService, SuspendService } from '@kundig/moderation/server';
import { ExpectedError, RequestContext, Worker } from '@kundig/platform/server';
import { Reveals } from '@kundig/pseudonyms/server';
import { Browser } from '../support/browser.js';
import type { TestCommunity, TestMember } from '../support/community.js';
import { TEST_PASSWORD } from '../support/members.js';
import { REVEAL_TABLES, RevealDesk, type Asked } from '../support/reveal-desk.js';
import { WebProcess } from '../support/web-process.js';

jest.setTimeout(240_000);

const system = RequestContext.system();
/** In minutes. */
const DAY = 1_440;
const ROUNDS = 8;

let desk: RevealDesk;
let community: TestCommunity;
let moderator: TestMember, custodian: TestMember, otherCustodian: TestMember, administrator: TestMember;
beforeAll(async () => {
  desk = await RevealDesk.open();
  ({ community, moderator, custodian, otherCustodian } = desk);
  administrator = await community.withRole('administrator');
});
afterAll(() => desk?.close());

const firstBreak = () => community.get(RevealLog).firstBreak(system);
const afterTheDelay = async () => {
  community.clock.advance({ minutes: 14 * DAY + 1 });
  await desk.tellAll();
};
const hold = async (id: string, days: number) => {
  const until = new Date(community.clock.now().getTime() + days * 86_400_000);
  await community.get(Reveals).hold(await desk.as(administrator), id, until, 'Ermittlung läuft.');
};
const onwards = async (act: () => Promise<unknown>) =>
  act().then(
    () => 'done',
    (error: unknown) => (error instanceof ExpectedError ? 'refused' : String(error)),
  );

describe('a moderator who regroups threads', () => {
  const merge = async ({ thread }: Asked) =>
    community.get(MergeThreadService).execute(await community.as(moderator), {
      threadId: thread.publicId,
      intoId: (await community.question(await community.member(), desk.board)).publicId,
      reason: null,
    });

  it('keeps no custodian from finding the person, nor the person from being told', async () => {
    const early = await desk.asked();
    await merge(early);
    await desk.decide(custodian, early.id);
    const late = await desk.approved();
    await merge(late);
    const last = await desk.viewed();
    for (const { id, author } of [early, late])
      expect(await desk.view(custodian, id)).toEqual({ nickname: author.nickname, mail: author.mail });
    await merge(last);
    await afterTheDelay();
    for (const request of [early, late, last]) expect(await desk.tidings(request)).toHaveLength(1);
  });

  it('nor by giving what it wrote a thread of its own', async () => {
    const { author, thread, personaId } = await desk.persona();
    const reply = await community.reply(author, thread, { anonymous: true });
    await desk.ask(reply.publicId);
    const { id } = await desk.stateOf({ personaId });
    await desk.decide(custodian, id);
    await desk.view(custodian, id);
    await community.get(SplitThreadService).execute(await community.as(moderator), {
      ...{ threadId: thread.publicId, postIds: [reply.publicId], following: false },
      ...{ title: 'Das ist ein anderes Thema', boardId: desk.board.publicId, clientKey: randomUUID() },
      reason: null,
    });
    await afterTheDelay();
    expect(await desk.tidings({ author })).toHaveLength(1);
  });
});

describe('somebody who may write in the tables, but for the key', () => {
  it('gives nobody a second look by putting a request back', async () => {
    const request = await desk.viewed();
    await community.owner.query(
      `UPDATE identity.reveal_request SET state = 'approved', viewed_at = NULL, tell_at = NULL WHERE id = $1`,
      [request.id],
    );
    await expect(desk.view(custodian, request.id)).rejects.toThrow('revealAltered');
    expect(await desk.logOf(request)).toEqual(['requested', 'approved', 'viewed']);
    await community.owner.query('DELETE FROM identity.reveal_request WHERE id = $1', [request.id]);
  });

  it('moves neither the day until which somebody may look nor whom it is about', async () => {
    const [mine, other] = [await desk.approved(), await desk.persona()];
    const changes = [
      [`decided_at = decided_at + interval '1 hour'`, `decided_at = decided_at - interval '1 hour'`],
      [`persona_id = '${other.personaId}'`, `persona_id = '${mine.personaId}'`],
      [`thread_id = '${other.thread.id}'`, `thread_id = '${mine.thread.id}'`],
      [`requested_by = '${randomUUID()}'`, `requested_by = '${moderator.memberId}'`],
    ] as const;
    for (const [change, back] of changes) {
      await community.owner.query(`UPDATE identity.reveal_request SET ${change} WHERE id = $1`, [mine.id]);
      await expect(desk.view(custodian, mine.id)).rejects.toThrow('revealAltered');
      await community.owner.query(`UPDATE identity.reveal_request SET ${back} WHERE id = $1`, [mine.id]);
    }
    expect(await desk.view(custodian, mine.id)).toMatchObject({ mail: mine.author.mail });
  });

  it('removes no entry from the end of the log unseen, whatever it tells of', async () => {
    const refused = async () => {
      const request = await desk.asked();
      await desk.decide(custodian, request.id, false);
    };
    const told = async () => {
      await desk.viewed();
      await afterTheDelay();
    };
    const lapsed = async () => {
      await desk.asked();
      community.clock.advance({ minutes: 30 * DAY });
      await community.get(Worker).perform('identity', 'identity.lapse-reveals', {});
    };
    for (const act of [
      () => desk.asked(),
      () => desk.approved(),
      refused,
      () => desk.viewed(),
      told,
      lapsed,
    ]) {
      await act();
      expect(await firstBreak()).toBeNull();
      await community.owner.query('CREATE TABLE public.kept AS TABLE identity.reveal_audit');
      const [{ last }] = await community.owner.query<[{ last: string }]>(
        'SELECT max(seq)::text AS last FROM identity.reveal_audit',
      );
      await community.owner.query('DELETE FROM identity.reveal_audit WHERE seq = $1', [last]);
      expect(await firstBreak()).toBe(last);
      await community.owner.query('ALTER TABLE identity.reveal_audit DISABLE TRIGGER chain');
      await community.owner.query(
        'INSERT INTO identity.reveal_audit SELECT * FROM public.kept WHERE seq = $1',
        [last],
      );
      await community.owner.query('ALTER TABLE identity.reveal_audit ENABLE TRIGGER chain');
      await community.owner.query('DROP TABLE public.kept');
      expect(await firstBreak()).toBeNull();
    }
  });
});

describe('custodians', () => {
  const look = ({ id }: Pick<Asked, 'id'>) =>
    `mutation { viewReveal(input: { requestId: "${id}" }) { __typename ... on ViewRevealSuccess { person { mail } } } }`;

  it('who hold the office no longer neither look at what they approved nor decide', async () => {
    const leaving = await community.withRole('custodian');
    const [request, open] = [await desk.approved(leaving), await desk.asked()];
    await community.get(GroupRepository).revoke(system, leaving.memberId, 'custodian', null);
    const before = await community.snapshotOf(...REVEAL_TABLES);
    const decision = `mutation { decideReveal(input: { requestId: "${open.id}", approve: true, reason: "Ja, bitte" }) { __typename } }`;
    for (const document of [look(request), decision, '{ reveals { id } }']) {
      const answer = await community
        .ask(await desk.as(leaving), document)
        .catch((error: unknown) => String(error));
      expect(JSON.stringify(answer)).not.toMatch(/Success|"reveals"|@/);
    }
    expect(await community.snapshotOf(...REVEAL_TABLES)).toEqual(before);
  });

  it('who are suspended do not look', async () => {
    const suspended = await community.withRole('custodian');
    const request = await desk.approved(suspended);
    await community
      .get(SuspendService)
      .execute(
        await community.as(administrator),
        { nickname: suspended.nickname },
        { reason: 'Ein Verdacht.', endsAt: null },
      );
    const before = await community.snapshotOf(...REVEAL_TABLES);
    const web = await WebProcess.start(community);
    try {
      const browser = await web.fresh(suspended);
      await desk.giveCode(suspended);
      const answer = await browser.form('/form/viewReveal', {
        requestId: request.id,
        _page: '/desk/reveals',
      });
      expect(answer.status).not.toBe(200);
      expect(answer.text).not.toContain(request.author.mail);
      expect((await browser.get('/desk/reveals')).text).not.toContain('Einmal einsehen');
    } finally {
      Browser.closeAll();
      await web.close();
    }
    expect(await community.snapshotOf(...REVEAL_TABLES)).toEqual(before);
  });

  it('whose code is five minutes old, or whose factor is gone since, do not look', async () => {
    const slow = await community.withRole('custodian');
    const request = await desk.approved(slow);
    const web = await WebProcess.start(community);
    try {
      const fields = { requestId: request.id, _page: '/desk/reveals' };
      const browser = await web.fresh(slow);
      const refused = async () => {
        const { status, text } = await browser.form('/form/viewReveal', fields);
        expect(status).toBe(403);
        expect(text).not.toContain(request.author.mail);
      };
      await refused();
      await desk.giveCode(slow);
      community.clock.advance({ minutes: 5 });
      await refused();
      await desk.giveCode(slow);
      await community.owner.query(
        'DELETE FROM identity.second_factor WHERE account_id = (SELECT id FROM identity.account WHERE mail = $1)',
        [slow.mail],
      );
      await refused();
      expect(await desk.logOf(request)).toEqual(['requested', 'approved']);
      await desk.giveCode(slow);
      expect((await browser.form('/form/viewReveal', fields)).text).toContain(request.author.mail);
    } finally {
      Browser.closeAll();
      await web.close();
    }
  });

  it('of whom two decide at once decide once, and the log holds the one decision', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const request = await desk.asked();
      const outcomes = await Promise.all([
        onwards(() => desk.decide(custodian, request.id, true)),
        onwards(() => desk.decide(otherCustodian, request.id, false)),
      ]);
      expect(outcomes.sort()).toEqual(['done', 'refused']);
      const { state, decidedBy } = await desk.stateOf(request);
      expect(await desk.logOf(request)).toEqual(['requested', state]);
      expect(decidedBy).toBe(state === 'approved' ? custodian.memberId : otherCustodian.memberId);
    }
  });
});

describe('moderators', () => {
  it('who ask for the same persona at once have asked once', async () => {
    const { postId, personaId } = await desk.persona();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => onwards(() => desk.ask(postId))));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(7);
    expect(await community.get(Reveals).about(personaId)).toHaveLength(1);
  });

  it('learn the result from nothing they may ask for', async () => {
    const request = await desk.viewed();
    const answer = await community.ask(
      await desk.as(moderator),
      'query ($id: ID!) { post(id: $id) { reveals { state ground caseNumber explanation decisionReason requester { name } decider { name } } author { name } } }',
      { id: request.postId },
    );
    expect(JSON.stringify(answer)).toContain('VIEWED');
    for (const word of [request.author.nickname, request.author.mail, request.author.memberId])
      expect(JSON.stringify(answer)).not.toContain(word);
  });
});

describe('the author', () => {
  /** All that a member gets about themselves, their notices and their thread. */
  const seenBy = async (who: TestMember, { postId, thread }: Asked) => {
    const ctx = await community.as(who);
    const answer = await community.ask(
      ctx,
      `query ($post: ID!, $thread: ID!) {
         notices { id occasion count unread path } viewer { unreadNotices }
         post(id: $post) { id html reveals { id } author { name } }
         thread(id: $thread) { id title viewer { voice } } }`,
      { post: postId, thread: thread.publicId },
    );
    const exporting = community.get(ExportOwnDataService);
    const own = [];
    for await (const row of await exporting.execute(ctx, await exporting.unlock(ctx, TEST_PASSWORD)))
      own.push(row);
    return { answer, own };
  };

  it('cannot tell from anything that somebody asks, approves or looks, nor can anybody else', async () => {
    const other = await community.member();
    const found = { ...(await desk.persona()), id: '' };
    await community.runJobs();
    const before = [await seenBy(found.author, found), (await seenBy(other, found)).answer];
    await desk.ask(found.postId);
    const { id } = await desk.stateOf(found);
    await desk.decide(custodian, id);
    await desk.view(custodian, id);
    await community.runJobs();
    expect([await seenBy(found.author, found), (await seenBy(other, found)).answer]).toEqual(before);
    expect(JSON.stringify(before)).toContain('"reveals":null');
  });

  it('is told whatever they have muted, and though they are suspended', async () => {
    const request = await desk.viewed();
    await community
      .get(SuspendService)
      .execute(
        await community.as(administrator),
        { nickname: request.author.nickname },
        { reason: 'Ein Verdacht.', endsAt: null },
      );
    await community.owner.query(
      `UPDATE identity.thread_state SET muted = true, following = false WHERE account_id = (SELECT id FROM identity.account WHERE mail = $1)`,
      [request.author.mail],
    );
    await afterTheDelay();
    expect(await desk.tidings(request)).toHaveLength(1);
  });

  it('is either told or held back, whoever comes first, and never both', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const request = await desk.viewed();
      community.clock.advance({ minutes: 14 * DAY + 1 });
      const begun = round % 2 === 0 ? [] : await community.get(Reveals).beginTelling(50);
      const [held] = await Promise.all([onwards(() => hold(request.id, 30)), desk.tellAll()]);
      outcomes.add(held);
      if (begun.length > 0) expect(held).toBe('refused');
      expect(await desk.tidings(request)).toHaveLength(held === 'refused' ? 1 : 0);
      expect((await desk.logOf(request)).slice(3)).toEqual([held === 'refused' ? 'told' : 'held']);
    }
    expect(outcomes).toContain('refused');
  });

  it('is told of others’ looks also where the key for reveals is gone, and once when it is back', async () => {
    const [one, other] = [await desk.viewed(), await desk.viewed()];
    community.clock.advance({ minutes: 14 * DAY + 1 });
    const key = jest.spyOn(community.get(RevealLog), 'record').mockRejectedValue(new Error('no key'));
    await expect(desk.tellAll()).rejects.toThrow('no key');
    key.mockRestore();
    await desk.tellAll();
    for (const request of [one, other]) expect(await desk.tidings(request)).toMatchObject([{ count: 1 }]);
    for (const request of [one, other]) expect((await desk.logOf(request)).at(-1)).toBe('told');
  });

  it('is held back by administrators alone, for a reason and until a day that comes', async () => {
    const request = await desk.viewed();
    const holding = (until: string) =>
      `mutation { holdReveal(input: { requestId: "${request.id}", until: "${until}", reason: "Ermittlung läuft." }) {
         __typename ... on InvalidInputError { issues { field } } } }`;
    const before = await community.snapshotOf(...REVEAL_TABLES);
    for (const until of ['2999-12-31', '2020-01-01', '2026-02-30', 'immer', '']) {
      const answer = await community
        .ask(await desk.as(administrator), holding(until))
        .catch((error: unknown) => String(error));
      expect(JSON.stringify(answer)).not.toContain('Success');
    }
    for (const who of [moderator, custodian, request.author]) {
      const answer = await community
        .ask(await desk.as(who), holding('2027-01-01'))
        .catch((error: unknown) => String(error));
      expect(JSON.stringify(answer)).not.toContain('Success');
    }
    expect(await community.snapshotOf(...REVEAL_TABLES)).toEqual(before);
    await afterTheDelay();
    expect(await desk.tidings(request)).toHaveLength(1);
    expect(await onwards(() => hold(request.id, 30))).toBe('refused');
  });
});

it('leaves a whole log behind all of that', async () => {
  await community.owner.query(
    `DELETE FROM identity.reveal_request WHERE NOT EXISTS (SELECT FROM identity.reveal_audit WHERE request_id = reveal_request.id)`,
  );
  expect(await firstBreak()).toBeNull();
  expect(await community.get(IdentityPort).notices(custodian.memberId)).toEqual(expect.any(Array));
});
