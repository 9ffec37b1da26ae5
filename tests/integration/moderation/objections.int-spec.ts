import { beforeEach, describe, expect, it } from '@jest/globals';
import { PostRepository, type Board, type Post, type Thread } from '@kundig/forum/server';
import {
  DecideObjectionService,
  HidePostService,
  ModerationPersonalData,
  RaiseObjectionService,
  RedactPassageService,
  RestorePostService,
  SuspendService,
  VerifyAudit,
} from '@kundig/moderation/server';
import { Conflict, NotAllowed, NotFound, RequestContext, SignInRequired } from '@kundig/platform/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { statementsOf } from '../../support/statements.js';
import { ModeratedBoard } from './moderated-board.js';

const around = ModeratedBoard.open();
let community: TestCommunity;
let stranger: TestMember, elsewhere: TestMember, second: TestMember;
/** A board of each test's own with its moderator, and an anonymous answer there that they have hidden. */
let board: Board, thread: Thread, reply: Post, asker: TestMember, helper: TestMember, moderator: TestMember;

const system = RequestContext.system();
const WORDS = 'Die Nummer steht auf der Website des Herstellers.';
const ANSWER = 'Die Nummer ist öffentlich.';

beforeEach(async () => {
  ({ community, board, asker, helper, moderator, stranger, otherModerator: elsewhere } = around);
  second = around.administrator;
  thread = await community.question(asker, board);
  reply = await community.reply(helper, thread, { body: 'Ruft die 0221 4711 an.', anonymous: true });
  await hide(moderator);
});

async function hide(member: TestMember): Promise<void> {
  await community
    .get(HidePostService)
    .execute(await community.as(member), { postId: reply.publicId, reason: 'Enthielt eine Telefonnummer.' });
}
const restore = async (member: TestMember) =>
  community
    .get(RestorePostService)
    .execute(await community.as(member), { postId: reply.publicId, reason: 'War ein Irrtum.' });
const object = async (member: TestMember, words = WORDS) =>
  community
    .get(RaiseObjectionService)
    .execute(await community.as(member), { about: { postId: reply.publicId }, words });
const decide = async (member: TestMember, decision: 'granted' | 'rejected', objectionId?: string) =>
  community.get(DecideObjectionService).execute(await community.as(member), {
    ...{ objectionId: objectionId ?? (await stateOf())[0]!.id, decision, reason: ANSWER },
  });
const stateOf = () =>
  community.owner.query<{ id: string; decision: string | null; answer: string | null; words: string }[]>(
    'SELECT id, decision, answer, words FROM moderation.objection WHERE post_id = $1 ORDER BY hidden_at',
    [reply.id],
  );
const isStub = async () =>
  (await community.get(PostRepository).findReadableByIds(system, [reply.id]))[0]!.isStub;
const snapshot = () =>
  community.snapshotOf(
    'moderation.objection',
    'moderation.audit_entry',
    'forum.post',
    'jobs_app._private_jobs',
  );

interface Shown {
  id: string;
  words: string;
  barrier: string | null;
  deciders: string;
}
const desk = async (member: TestMember, open = true) =>
  (
    await community.ask<{ objections: Shown[] }>(
      await community.as(member),
      `query ($open: Boolean!) { objections(open: $open) { id words barrier deciders html post { id } } }`,
      { open },
    )
  ).objections;
const own = async (member: TestMember) =>
  (
    await community.ask<{ post: { ownObjection: object | null } }>(
      await community.as(member),
      'query ($id: ID!) { post(id: $id) { ownObjection { state reason answer } } }',
      { id: reply.publicId },
    )
  ).post.ownObjection;

describe('an author', () => {
  it('objects once to a decision, under whatever name, and sees how it stands', async () => {
    const reason = 'Enthielt eine Telefonnummer.';
    expect(await own(helper)).toEqual({ state: 'POSSIBLE', reason, answer: null });
    await Promise.all([object(helper), object(helper), object(helper)]);
    await expect(object(helper, 'Und außerdem …')).rejects.toBeInstanceOf(Conflict);
    expect(await stateOf()).toMatchObject([{ words: WORDS, decision: null }]);
    expect(await own(helper)).toEqual({ state: 'WAITING', reason, answer: null });
    await decide(second, 'rejected');
    expect(await own(helper)).toEqual({ state: 'REJECTED', reason, answer: ANSWER });
    expect(await isStub()).toBe(true);
  });

  it('may object again when it is hidden anew', async () => {
    await object(helper);
    await decide(second, 'granted');
    community.clock.advance({ minutes: 1 });
    await hide(second);
    await object(helper, 'Schon wieder?');
    expect((await stateOf()).map(({ decision }) => decision)).toEqual(['granted', null]);
  });

  it('objects while suspended, too', async () => {
    await community
      .get(SuspendService)
      .execute(
        await community.as(second),
        { postId: reply.publicId },
        { reason: 'Telefonnummern', endsAt: null },
      );
    const { answer } = await community.ask<{ answer: { __typename: string } }>(
      await community.as(helper),
      'mutation ($id: ID!) { answer: objectToPostHiding(input: { postId: $id, words: "Doch." }) { __typename } }',
      { id: reply.publicId },
    );
    expect(answer.__typename).toBe('ObjectToPostHidingSuccess');
    expect(await stateOf()).toHaveLength(1);
  });

  it('is the only one: to all others, and to what is not hidden, there is nothing to object', async () => {
    await object(helper);
    const before = await snapshot();
    for (const other of [asker, stranger, moderator, second]) {
      expect(await own(other)).toBeNull();
      await expect(object(other)).rejects.toBeInstanceOf(NotFound);
    }
    await expect(
      community
        .get(RaiseObjectionService)
        .execute(community.visitor(), { about: { postId: reply.publicId }, words: WORDS }),
    ).rejects.toBeInstanceOf(SignInRequired);
    expect(await snapshot()).toEqual(before);
    await restore(moderator);
    await expect(object(helper)).rejects.toBeInstanceOf(NotFound);
    expect(await own(helper)).toBeNull();
  });

  it('stays as unknown as at the post: neither account nor exact time is kept beside it', async () => {
    await object(helper);
    const [row] = await community.owner.query<{ author_id: string; created_at: Date }[]>(
      'SELECT * FROM moderation.objection WHERE post_id = $1',
      [reply.id],
    );
    expect(row!.author_id).toBe(reply.authorId);
    expect(row!.created_at.getTime() % (15 * 60_000)).toBe(0);
    expect(Object.values(row!)).not.toContain(helper.memberId);
  });
});

describe('the decision', () => {
  beforeEach(() => object(helper));

  it('is for a second person, and says in the queue who that can be', async () => {
    expect(await desk(moderator)).toMatchObject([
      {
        words: WORDS,
        barrier: 'HIDDEN_BY_VIEWER',
        deciders: 'ADMINISTRATORS',
        html: expect.stringContaining('4711'),
      },
    ]);
    expect((await desk(second)).filter(({ barrier }) => barrier === null)).not.toEqual([]);
    await community.withRole('moderator', board);
    expect(await desk(moderator)).toMatchObject([{ deciders: 'MODERATORS' }]);
    await expect(decide(moderator, 'rejected')).rejects.toBeInstanceOf(NotAllowed);
    for (const other of [stranger, asker, helper, elsewhere])
      await expect(decide(other, 'granted')).rejects.toBeInstanceOf(NotFound);
    expect(await desk(elsewhere)).toEqual([]);
    expect((await stateOf())[0]!.decision).toBeNull();
  });

  it('is for nobody who wrote it, whatever role they have', async () => {
    const author = await community.member();
    reply = await community.reply(author, thread, { anonymous: true });
    await community.appoint(author, 'moderator', board);
    await hide(moderator);
    await object(author);
    expect((await desk(author)).map(({ barrier }) => barrier).sort()).toEqual(['WRITTEN_BY_VIEWER', null]);
    await expect(decide(author, 'granted')).rejects.toBeInstanceOf(NotAllowed);
    expect(await desk(moderator)).toContainEqual(expect.objectContaining({ deciders: 'MODERATORS' }));
    expect(await isStub()).toBe(true);
  });

  it('is not counted for who has hidden or written it', async () => {
    const author = await community.withRole('moderator', board);
    reply = await community.reply(author, thread);
    await hide(moderator);
    await object(author);
    const counted = async (member: TestMember) =>
      (
        await community.ask<{ viewer: { openObjections: number } }>(
          await community.as(member),
          '{ viewer { openObjections } }',
        )
      ).viewer.openObjections;
    expect([await counted(author), await counted(moderator)]).toEqual([1, 0]);
  });

  it('is made once by two who differ', async () => {
    const third = await community.withRole('moderator', board);
    const results = await Promise.allSettled([decide(second, 'granted'), decide(third, 'rejected')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toBeInstanceOf(Conflict);
    const [{ decision } = { decision: null }] = await stateOf();
    expect(await isStub()).toBe(decision === 'rejected');
  });

  it('is there already where the post was shown again meanwhile', async () => {
    await Promise.all([restore(moderator), decide(second, 'granted')]);
    expect((await stateOf())[0]!.decision).toBe('granted');
    expect(await isStub()).toBe(false);
    await expect(decide(second, 'rejected')).rejects.toBeInstanceOf(Conflict);
  });

  it('is logged and told to the author, to nobody else, and names no moderator', async () => {
    await decide(second, 'granted');
    await decide(second, 'granted');
    const log = await community.owner.query<{ action: string; reason: string }[]>(
      'SELECT action, reason FROM moderation.audit_entry WHERE subject_id = $1 ORDER BY seq OFFSET 1',
      [reply.publicId],
    );
    expect(log).toEqual([
      { action: 'post-restored', reason: ANSWER },
      { action: 'objection-granted', reason: ANSWER },
    ]);
    expect(await community.get(VerifyAudit).execute(system)).toBeNull();
    community.clock.advance({ minutes: 5 });
    await community.runJobs();
    const mails = await community.owner.query<{ recipient: string; subject: string; text: string }[]>(
      'SELECT recipient, subject, text FROM identity.outbox_mail WHERE text LIKE $1 AND recipient = ANY($2)',
      [`%${ANSWER}%`, [helper, asker, moderator, second, stranger].map(({ mail }) => mail)],
    );
    expect(mails.map(({ recipient }) => recipient)).toEqual([helper.mail]);
    const [mail] = mails;
    for (const { nickname } of [moderator, second, helper]) expect(mail!.text).not.toContain(nickname);
    const { notices } = await community.ask<{ notices: { occasion: string }[] }>(
      await community.as(helper),
      '{ notices { occasion } }',
    );
    expect(notices.map(({ occasion }) => occasion)).toContain('OBJECTION');
  });
});

it('loses a redacted passage on both sides', async () => {
  await object(helper, 'Die 0221 4711 ist öffentlich.');
  await community.get(DecideObjectionService).execute(await community.as(second), {
    ...{ objectionId: (await stateOf())[0]!.id, decision: 'rejected', reason: 'Die 0221 4711 bleibt weg.' },
  });
  await community.get(RedactPassageService).execute(await community.as(second), {
    ...{ postId: reply.publicId, passage: '0221 4711', reason: null },
  });
  expect(await stateOf()).toMatchObject([
    { words: 'Die [geschwärzt] ist öffentlich.', answer: 'Die [geschwärzt] bleibt weg.' },
  ]);
});

it('is exported to its author, and goes with them', async () => {
  await object(helper);
  const subject = { accountId: null, pseudonymIds: [helper.memberId, reply.authorId!] };
  const handler = community.get(ModerationPersonalData);
  const rows = [];
  for await (const row of handler.export(system, subject)) rows.push(row);
  expect(rows).toContainEqual(expect.objectContaining({ kind: 'objection', words: WORDS }));
  await handler.erase(system, subject);
  expect(await stateOf()).toEqual([]);
});

it('costs the queue as many statements with many as with one', async () => {
  const ask = async () => {
    const ctx = await community.as(second);
    return statementsOf(community, () =>
      community.ask(
        ctx,
        `{ objections { id words html barrier deciders hider { name } resolver { name }
           post { id author { name } stub { note } thread { title board { name } } } comment { path } } }`,
      ),
    );
  };
  await object(helper);
  const few = (await ask()).length;
  for (let n = 0; n < 4; n += 1) {
    const author = await community.member();
    reply = await community.reply(author, await community.question(asker, board));
    await hide(moderator);
    await object(author);
  }
  expect(await ask()).toHaveLength(few);
  expect(few).toBeLessThanOrEqual(11);
});
