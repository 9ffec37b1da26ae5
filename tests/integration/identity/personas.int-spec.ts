import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DataSubjects, IdentityPort } from '@kundig/identity/server';
import {
  AppDatabase,
  Conflict,
  IdentityDatabase,
  KeyRing,
  RequestContext,
  SignInRequired,
  startOfDay,
  Worker,
} from '@kundig/platform/server';
import { AuthorLoader, MemberDesk, Members, PseudonymsPersonalData, Voices } from '@kundig/pseudonyms/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { statementsOf } from '../../support/statements.js';

const keysDir = mkdtempSync(join(tmpdir(), 'kundig-keys-'));
let community: TestCommunity;
beforeAll(async () => {
  cpSync(process.env.KEYS_DIR!, keysDir, { recursive: true });
  community = await TestCommunity.start({ KEYS_DIR: keysDir });
});
afterAll(async () => {
  await community.close();
  rmSync(keysDir, { recursive: true });
});

const voices = () => community.get(Voices);
const personasIn = (threadId: string) =>
  community.owner.query('SELECT id, name::text FROM pseudonyms.pseudonym WHERE thread_id = $1', [threadId]);
const accountOf = async ({ memberId }: TestMember): Promise<string> =>
  (await community.owner.query('SELECT id FROM identity.account WHERE member_id = $1', [memberId]))[0].id;

/** A post as the forum tells of it: spoken, written, followed up. */
async function post(
  member: TestMember,
  threadId: string,
  wanted: 'nickname' | 'anonymous' | null,
  position = 1,
  instance = community,
) {
  const ctx = await instance.as(member);
  const speaker = await instance.get(Voices).speak(ctx, threadId, wanted);
  const at = community.clock.now();
  await instance.get(Voices).spoke(ctx, { threadId, postId: randomUUID(), position, at, kind: speaker.kind });
  return speaker;
}

describe('a voice', () => {
  it('makes one persona of fifty first posts at once', async () => {
    const [member, threadId] = [await community.member(), randomUUID()];
    const speakers = await Promise.all(Array.from({ length: 50 }, () => post(member, threadId, 'anonymous')));
    expect(new Set(speakers.map(({ pseudonymId }) => pseudonymId)).size).toBe(1);
    expect(await personasIn(threadId)).toHaveLength(1);
  });

  it('gives thirty people at once thirty personas with names of their own', async () => {
    const threadId = randomUUID();
    const members = await Promise.all(Array.from({ length: 30 }, () => community.member()));
    await Promise.all(members.map((member) => post(member, threadId, 'anonymous')));
    const personas: { name: string }[] = await personasIn(threadId);
    expect(new Set(personas.map(({ name }) => name)).size).toBe(30);
  });

  it('is settled by one of two tabs, and the other one is told', async () => {
    for (let round = 0; round < 10; round++) {
      const [member, threadId] = [await community.member(), randomUUID()];
      const tabs = await Promise.allSettled([
        post(member, threadId, 'anonymous'),
        post(member, threadId, 'nickname'),
      ]);
      const refused = tabs.filter((tab): tab is PromiseRejectedResult => tab.status === 'rejected');
      expect(refused).toHaveLength(1);
      expect(refused[0]!.reason).toBeInstanceOf(Conflict);
    }
  });

  it('stays for later posts, whatever is wanted then', async () => {
    const [member, threadId] = [await community.member(), randomUUID()];
    const first = await post(member, threadId, 'anonymous');
    expect(await post(member, threadId, null, 2)).toEqual(first);
    await expect(post(member, threadId, 'nickname', 3)).rejects.toMatchObject({
      messageKey: 'pseudonyms:error.voiceFixed',
    });
    const elsewhere = await post(member, randomUUID(), 'anonymous');
    expect(elsewhere.pseudonymId).not.toBe(first.pseudonymId);
    expect(await post(member, randomUUID(), null)).toEqual({ pseudonymId: member.memberId, kind: 'member' });
  });

  it('is free again when the first post was not written, but not while another one is', async () => {
    const [member, threadId] = [await community.member(), randomUUID()];
    const ctx = await community.as(member);
    const lost = await voices().speak(ctx, threadId, 'anonymous');
    await voices().speak(ctx, threadId, 'anonymous');
    await voices().keepSilent(ctx, threadId);
    await expect(voices().speak(ctx, threadId, 'nickname')).rejects.toBeInstanceOf(Conflict);
    await voices().keepSilent(ctx, threadId);
    expect(await post(member, threadId, 'nickname')).toMatchObject({ kind: 'member' });
    expect((await voices().viewerIn(await community.as(member), threadId)).ownIds).not.toContain(
      lost.pseudonymId,
    );
  });

  it('is refused to visitors', async () => {
    await expect(voices().speak(community.visitor(), randomUUID(), null)).rejects.toBeInstanceOf(
      SignInRequired,
    );
  });

  it('costs one statement to see, for any number of threads, one to settle and one to follow up', async () => {
    const [member, threads] = [await community.member(), Array.from({ length: 5 }, () => randomUUID())];
    for (const threadId of threads) await post(member, threadId, 'nickname');
    const ctx = await community.as(member);
    expect(
      await statementsOf(community, () => Promise.all(threads.map((id) => voices().viewerIn(ctx, id)))),
    ).toHaveLength(1);
    expect(await statementsOf(community, () => voices().viewerIn(community.visitor(), threads[0]!))).toEqual(
      [],
    );
    expect(await statementsOf(community, () => voices().speak(ctx, threads[0]!, null))).toHaveLength(1);
    const written = {
      threadId: threads[0]!,
      postId: randomUUID(),
      position: 2,
      at: community.clock.now(),
      kind: 'member' as const,
    };
    expect(await statementsOf(community, () => voices().spoke(ctx, written))).toHaveLength(1);
  });

  it('shows its owner persona, read position, subscription and draft', async () => {
    const [member, threadId] = [await community.member(), randomUUID()];
    const identity = community.get(IdentityPort);
    const { pseudonymId } = await post(member, threadId, 'anonymous', 4);
    const draft = {
      threadId,
      title: null,
      body: 'angefangen',
      boardId: null,
      kind: null,
      tags: ['tk'],
      anonymous: true,
      unindexed: false,
    };
    await identity.saveDraft(member.memberId, draft);
    const [persona] = await personasIn(threadId);
    await voices().markRead(await community.as(member), threadId, 2);
    expect(await voices().viewerIn(await community.as(member), threadId)).toMatchObject({
      voice: 'anonymous',
      ownIds: [member.memberId, pseudonymId],
      personaName: persona.name,
      readPosition: 4,
      following: true,
      draft: { body: 'angefangen', tags: ['tk'] },
    });
    await post(member, threadId, null, 5);
    expect((await voices().viewerIn(await community.as(member), threadId)).draft).toBeNull();
  });
});

describe('what lies where', () => {
  it('keeps the exact time of a persona post with identity alone', async () => {
    const [member, threadId] = [await community.member(), randomUUID()];
    await post(member, threadId, 'anonymous');
    const [{ written_at }] = await community.owner.query(
      'SELECT written_at FROM identity.persona_post WHERE thread_id = $1',
      [threadId],
    );
    expect(written_at).toEqual(community.clock.now());
    const [{ created_at }] = await community.owner.query(
      'SELECT created_at FROM pseudonyms.pseudonym WHERE thread_id = $1',
      [threadId],
    );
    expect(created_at.getTime() % (15 * 60_000)).toBe(0);
    expect(created_at).not.toEqual(written_at);
  });

  it('stands beside nobody in a copy of the database, who joined in the same moment either', async () => {
    const pairs: (readonly [string, string])[] = [];
    for (let person = 0; person < 20; person++) {
      const member = await community.member();
      pairs.push([member.memberId, (await post(member, randomUUID(), 'anonymous')).pseudonymId]);
    }
    const neighbours = async () => {
      const rows = await community.owner.query<{ id: string }[]>(
        'SELECT id FROM pseudonyms.pseudonym ORDER BY ctid',
      );
      const places = new Map(rows.map(({ id }, place) => [id, place]));
      return pairs.filter(([own, persona]) => Math.abs(places.get(own)! - places.get(persona)!) === 1).length;
    };
    const before = await community.snapshotOf('pseudonyms.pseudonym');
    // As they were written, one after the other; on a busy server each connection fills a page of its own.
    for (const statement of [
      `CREATE INDEX beside ON pseudonyms.pseudonym (array_position('{${pairs.flat().join()}}'::uuid[], id))`,
      ...['CLUSTER pseudonyms.pseudonym USING beside', 'DROP INDEX pseudonyms.beside'],
    ])
      await community.owner.query(statement);
    expect(await neighbours()).toBe(pairs.length);
    await community.get(Worker).perform('app', 'pseudonyms.mix-rows', {});
    expect(await neighbours()).toBeLessThan(8); // one or two are chance, eight that of less than one in a million
    expect(await community.snapshotOf('pseudonyms.pseudonym')).toEqual(before);
    const times = await community.owner.query<{ at: Date }[]>(
      'SELECT DISTINCT created_at AS at FROM pseudonyms.pseudonym WHERE id = ANY($1)',
      [pairs.map(([own]) => own)],
    );
    expect(times).toEqual([{ at: startOfDay(community.clock.now(), 'Europe/Berlin') }]);
  });

  it('lets neither role read the other’s tables', async () => {
    const ctx = RequestContext.system();
    for (const table of ['account', 'thread_state', 'session', 'persona_post', 'draft', 'outbox_mail'])
      await expect(community.get(AppDatabase).query(ctx, `SELECT 1 FROM identity.${table}`)).rejects.toThrow(
        /permission denied/,
      );
    await expect(
      community.get(AppDatabase).query(ctx, 'SELECT 1 FROM jobs_identity._private_jobs'),
    ).rejects.toThrow(/permission denied/);
    for (const table of ['pseudonyms.persona', 'forum.post'])
      await expect(community.get(IdentityDatabase).query(ctx, `SELECT 1 FROM ${table}`)).rejects.toThrow(
        /permission denied/,
      );
  });

  it('puts no account id into any table outside identity, in any column', async () => {
    const [member, threadId] = [await community.member(), randomUUID()];
    await post(member, threadId, 'anonymous');
    const accounts: { id: string; mail: string }[] = await community.owner.query(
      'SELECT id, mail::text FROM identity.account',
    );
    const tables: { name: string }[] = await community.owner.query(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('identity', 'jobs_identity', 'pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(10);
    const dump = JSON.stringify(await community.snapshotOf(...tables.map(({ name }) => name)));
    for (const { id, mail } of accounts) {
      expect(dump).not.toContain(id);
      expect(dump).not.toContain(id.replaceAll('-', ''));
      expect(dump).not.toContain(mail);
    }
    expect(accounts.length).toBeGreaterThan(0);
  });
});

describe('a rotation of the keys', () => {
  const ringOf = (instance: TestCommunity) => instance.get(KeyRing as unknown as abstract new () => KeyRing);

  it('finds the old persona, with and without identity’s index', async () => {
    const [member, threadId] = [await community.member(), randomUUID()];
    const { pseudonymId } = await post(member, threadId, 'anonymous');
    KeyRing.rotate(keysDir, new Date());
    ringOf(community).refresh();

    expect((await post(member, threadId, 'anonymous', 2)).pseudonymId).toBe(pseudonymId);
    await community.owner.query(
      `UPDATE identity.thread_state SET sealed_persona = NULL, key_version = NULL WHERE thread_id = $1`,
      [threadId],
    );
    expect((await post(member, threadId, 'anonymous', 3)).pseudonymId).toBe(pseudonymId);
    expect((await voices().viewerIn(await community.as(member), threadId)).ownIds).toContain(pseudonymId);
    expect(await personasIn(threadId)).toHaveLength(1);
  });

  it('is followed by the night, which seals everything under the new key and finds it again', async () => {
    const [member, threadId] = [await community.member(), randomUUID()];
    const { pseudonymId } = await post(member, threadId, 'anonymous');
    const added = KeyRing.rotate(keysDir, new Date());
    ringOf(community).refresh();
    community.clock.advance({ minutes: 1 }); // what is claimed at this moment waits for the next night
    await community.get(Worker).perform('app', 'pseudonyms.reconcile-personas', {});
    await community.get(Worker).perform('identity', 'identity.reseal', {});
    const older = await community.owner.query(
      `SELECT key_version FROM pseudonyms.persona WHERE key_version <> $1
       UNION ALL SELECT key_version FROM identity.thread_state WHERE key_version <> $1`,
      [added],
    );
    expect(older).toEqual([]);
    expect((await post(member, threadId, 'anonymous', 2)).pseudonymId).toBe(pseudonymId);
    await community.owner.query(
      'UPDATE identity.thread_state SET sealed_persona = NULL, key_version = NULL WHERE thread_id = $1',
      [threadId],
    );
    expect((await post(member, threadId, 'anonymous', 3)).pseudonymId).toBe(pseudonymId);
    expect(await personasIn(threadId)).toHaveLength(1);
  });

  it('mints no second persona while one instance seals under the new key and another not yet', async () => {
    const other = await TestCommunity.beside({
      DATABASE_URL: community.environment.get('DATABASE_URL')!,
      ...{ KEYS_DIR: keysDir, BASE_URL: community.environment.baseUrl },
    });
    try {
      const before = ringOf(other).currentVersion;
      const [added, now] = [KeyRing.rotate(keysDir, new Date(Date.now() + 60_000)), Date.now()];
      for (const instance of [community, other]) ringOf(instance).refresh();
      expect(ringOf(other).versions).toEqual(expect.arrayContaining([before, added]));
      const ahead = async <T>(work: () => Promise<T>): Promise<T> => {
        const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 61_000);
        return work().finally(() => clock.mockRestore());
      };
      const member = await community.member();
      const [first, second] = [randomUUID(), randomUUID()];
      const made = [
        await ahead(() => post(member, first, 'anonymous')),
        await post(member, second, 'anonymous', 1, other),
      ];
      const sealed = await community.owner.query(
        'SELECT key_version FROM pseudonyms.persona WHERE pseudonym_id = ANY($1) ORDER BY key_version DESC',
        [made.map(({ pseudonymId }) => pseudonymId)],
      );
      expect(sealed).toEqual([{ key_version: added }, { key_version: before }]);
      for (const position of [2, 3]) {
        const again = [
          await post(member, first, 'anonymous', position, other),
          await ahead(() => post(member, second, 'anonymous', position)),
        ];
        expect(again.map(({ pseudonymId }) => pseudonymId)).toEqual(
          made.map(({ pseudonymId }) => pseudonymId),
        );
        await community.owner.query(
          'UPDATE identity.thread_state SET sealed_persona = NULL, key_version = NULL WHERE thread_id = ANY($1)',
          [[first, second]],
        );
      }
      expect(await personasIn(first)).toHaveLength(1);
      expect(await personasIn(second)).toHaveLength(1);
    } finally {
      await other.close();
    }
  });
});

describe('the nightly comparison of both sides', () => {
  const compare = () => community.get(Worker).perform('app', 'pseudonyms.reconcile-personas', {});

  it('adds what identity lost, drops what never came to be, cuts what belongs to nobody', async () => {
    const [kept, gone] = [await community.member(), await community.member()];
    const [lost, dead, stillborn] = [randomUUID(), randomUUID(), randomUUID()];
    const persona = await post(kept, lost, 'anonymous');
    await post(gone, dead, 'anonymous');
    await community.get(IdentityPort).claimVoice({
      appointed: false,
      released: false,
      memberId: kept.memberId,
      threadId: stillborn,
      wanted: 'anonymous',
      candidateId: randomUUID(),
    });
    await community.owner.query(
      'UPDATE identity.thread_state SET sealed_persona = NULL, key_version = NULL WHERE thread_id = $1',
      [lost],
    );
    await community.owner.query('DELETE FROM identity.account WHERE member_id = $1', [gone.memberId]);
    community.clock.advance({ minutes: 61 });
    await compare();
    expect((await voices().viewerIn(await community.as(kept), lost)).ownIds).toContain(persona.pseudonymId);
    const left = await community.owner.query(
      `SELECT (SELECT count(*)::int FROM identity.thread_state WHERE thread_id = $1 AND sealed_persona IS NOT NULL) AS index,
         (SELECT count(*)::int FROM pseudonyms.persona x JOIN pseudonyms.pseudonym p ON p.id = x.pseudonym_id WHERE p.thread_id = $2) AS links,
         (SELECT count(*)::int FROM pseudonyms.pseudonym WHERE thread_id = $2) AS authors`,
      [stillborn, dead],
    );
    expect(left).toEqual([{ index: 0, links: 0, authors: 1 }]);
  });

  it('leaves a damaged link alone and follows it nowhere', async () => {
    const [member, threadId] = [await community.member(), randomUUID()];
    const { pseudonymId } = await post(member, threadId, 'anonymous');
    await community.owner.query(
      `UPDATE pseudonyms.persona SET sealed_link = set_byte(sealed_link, 30, get_byte(sealed_link, 30) # 1) WHERE pseudonym_id = $1`,
      [pseudonymId],
    );
    await compare();
    const rows = await community.owner.query('SELECT 1 FROM pseudonyms.persona WHERE pseudonym_id = $1', [
      pseudonymId,
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe('authors and members', () => {
  it('have one shape; staff bear their published name and role in the language of the reader', async () => {
    const [member, staff, threadId] = [await community.member(), await community.member(), randomUUID()];
    const { pseudonymId } = await post(member, threadId, 'anonymous');
    await community.get(MemberDesk).publish(RequestContext.system(), staff.memberId, {
      realName: 'Petra L.',
      roleDe: 'Technik',
      roleEn: 'Engineering',
    });
    const authors = await community
      .get(AuthorLoader)
      .loadMany(community.visitor('en'), [member.memberId, pseudonymId, staff.memberId]);
    expect(authors.map((author) => Object.keys(author!))).toEqual([
      expect.any(Array),
      Object.keys(authors[0]!),
      Object.keys(authors[0]!),
    ]);
    expect(authors).toMatchObject([
      { kind: 'MEMBER', name: member.nickname, role: null, path: `/u/${member.nickname}` },
      { kind: 'PERSONA', name: expect.stringMatching(/^Anonym · /), role: null, path: null },
      { kind: 'STAFF', name: 'Petra L.', role: 'Engineering', path: `/u/${staff.nickname}` },
    ]);
  });

  it('from elsewhere keep their names, with a number where one is taken, and come once', async () => {
    const { nickname } = await community.member();
    const imported = [
      { id: randomUUID(), name: nickname.toUpperCase(), createdAt: new Date('2014-03-01T10:11:12Z') },
      { id: randomUUID(), name: nickname, createdAt: new Date('2015-03-01T10:11:12Z') },
    ];
    for (let run = 0; run < 2; run++) await community.get(Members).import(RequestContext.system(), imported);
    const rows = await community.owner.query(
      'SELECT name::text FROM pseudonyms.pseudonym WHERE id = ANY($1::uuid[]) ORDER BY created_at',
      [imported.map(({ id }) => id)],
    );
    expect(rows).toEqual([{ name: `${nickname.toUpperCase()}-2` }, { name: `${nickname}-3` }]);
  });
});

describe('a person who leaves', () => {
  it('gets all their data, and is forgotten on both sides while the posts keep an author', async () => {
    const [member, threadId] = [await community.member(), randomUUID()];
    const { pseudonymId } = await post(member, threadId, 'anonymous');
    const subject = await community.get(DataSubjects).of(RequestContext.system(), await accountOf(member));
    expect([...subject!.pseudonymIds].sort()).toEqual([member.memberId, pseudonymId].sort());
    const handler = community.get(PseudonymsPersonalData);
    const exported = [];
    for await (const row of handler.export(RequestContext.system(), subject!)) exported.push(row);
    expect(exported.map(({ kind }) => kind).sort()).toEqual(['member', 'persona']);
    expect(await handler.erase(RequestContext.system(), subject!)).toBe(2);
    const rows = await community.snapshotOf('pseudonyms.pseudonym');
    expect(JSON.stringify(rows)).not.toContain(member.nickname);
    const [{ count }] = await community.owner.query(
      'SELECT count(*)::int AS count FROM pseudonyms.pseudonym WHERE id = ANY($1::uuid[])',
      [subject!.pseudonymIds],
    );
    expect(count).toBe(2);
  });
});
