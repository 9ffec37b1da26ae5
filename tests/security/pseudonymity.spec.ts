import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { DeletePostService, EditPostService, MarkSolutionService, type Thread } from '@kundig/forum/server';
import { IdentityPort, type SealedPersona } from '@kundig/identity/server';
import { KeyRing } from '@kundig/platform/server';
import pg from 'pg';
import { Browser } from '../support/browser.js';
import { disguisesOf, leaksIn } from '../support/canaries.js';
import { TestCommunity, type TestMember } from '../support/community.js';
import { tablesOf } from '../support/fingerprint.js';
import { Mailbox } from '../support/mailbox.js';
import { leaveDraft, plantPerson, uploadPhoto, type PlantedPerson } from '../support/planted-person.js';
import { rootFieldsOf, type Ids } from '../support/operations.js';
import { WebProcess } from '../support/web-process.js';

jest.setTimeout(300_000);

const odd = (prefix: string) => `${prefix}${randomBytes(9).toString('hex')}`;

/** A thread in which one person hides, and everything that others get to see of it. */
class AnonymousThread {
  readonly outputs = new Map<string, string>();

  private constructor(
    readonly community: TestCommunity,
    readonly web: WebProcess,
    readonly mailbox: Mailbox,
    readonly people: Readonly<
      Record<'bob' | 'carol' | 'moderator', TestMember> & Record<'alice', PlantedPerson>
    >,
    readonly thread: Thread,
  ) {}

  /** Alice asks, and writes and decides in her thread, anonymously. */
  static async happen(): Promise<AnonymousThread> {
    const mailbox = await Mailbox.open();
    const community = await TestCommunity.start({ SMTP_URL: mailbox.url });
    const web = await WebProcess.start(community, { TRUST_PROXY: '1' });
    const board = await community.board({ slug: 'fragen' });
    const people = {
      alice: await plantPerson(community),
      bob: await community.member(odd('Borin')),
      carol: await community.member('Carola'),
      moderator: await community.member('Berta'),
    };
    await community.grant(people.moderator, 'moderator', board);
    for (const _ of [1, 2]) {
      await community.question(people.alice, board, { title: 'Frage unter dem eigenen Namen' });
      community.clock.advance({ minutes: 1 });
    }
    community.clock.advance({ minutes: 59, seconds: 13 });
    const hidden = people.alice;
    const thread = await community.question(hidden, board, { anonymous: true, tags: ['geheim'] });
    community.clock.advance({ minutes: 4, seconds: 7 });
    const answer = await community.reply(people.carol, thread);
    community.clock.advance({ minutes: 3, seconds: 5 });
    const photo = await uploadPhoto(web, hidden);
    await community.reply(hidden, thread, {
      body: `Danke, das hat geholfen; es lag an der Rufgruppe. ![Die Anlage](${photo})`,
    });
    const regretted = await community.reply(hidden, thread, { body: 'Das nehme ich zurück.' });
    await community.get(DeletePostService).execute(await community.as(hidden), regretted.publicId);
    const [opening] = await community.owner.query<{ public_id: string }[]>(
      'SELECT public_id FROM forum.post WHERE thread_id = $1 AND position = 1',
      [thread.id],
    );
    await community.get(EditPostService).execute(await community.as(hidden), {
      ...{
        postId: opening!.public_id,
        body: 'Seit dem Umzug klingelt es nirgends. Ergänzt: auch mobil nicht.',
      },
    });
    await community.get(MarkSolutionService).execute(await community.as(hidden), answer.publicId, true);
    const scene = new AnonymousThread(community, web, mailbox, people, thread);
    await leaveDraft(community, hidden);
    await scene.recordJobs();
    await community.runJobs();
    const { status, headers, bytes } = await web.visitor().get(photo);
    if (status !== 200) throw new Error(`the photo answered ${status}`);
    scene.outputs.set('the photo', `${JSON.stringify(headers)} ${bytes.toString('latin1')}`);
    await scene.recordAnswers({
      threadId: thread.publicId,
      postId: opening!.public_id,
      boardId: board.publicId,
    });
    for (const mail of mailbox.received.filter(({ to }) => !to.includes(hidden.mail)))
      scene.outputs.set(`mail to ${mail.to.join()}: ${mail.headers.subject}`, JSON.stringify(mail));
    return scene;
  }

  private async recordJobs(): Promise<void> {
    const jobs = await this.community.owner.query<{ payload: unknown }[]>(
      'SELECT payload FROM jobs_app._private_jobs ORDER BY id',
    );
    this.outputs.set('jobs', JSON.stringify(jobs.map(({ payload }) => payload)));
  }

  /** Pages and operations as a visitor, another member and the moderator get them, headers included. */
  private async recordAnswers(ids: Ids): Promise<void> {
    const { carol, moderator } = this.people;
    const path = `/t/${this.thread.slug}/${this.thread.publicId}`;
    const pages = [
      path,
      '/',
      '/b/fragen/' + ids.boardId!,
      '/tag/geheim',
      '/search?q=Umzug',
      `/p/${ids.postId!}`,
      `/p/${ids.postId!}/hide`,
      '/desk/reports',
      '/desk/audit',
    ];
    const fields = rootFieldsOf(this.web.get(GraphQLSchemaHost).schema).filter(
      ({ root }) => root === 'Query',
    );
    const viewers = {
      visitor: this.web.visitor(),
      carol: await this.web.as(carol),
      moderator: await this.web.as(moderator),
    };
    for (const [viewer, browser] of Object.entries(viewers)) {
      for (const page of pages.flatMap((page) => [page, `/en${page}`]))
        this.record(`${viewer} ${page}`, await browser.get(page), browser);
      for (const field of fields) {
        const variables = field.variables({ ...ids, tag: 'geheim' });
        this.record(
          `${viewer} ${field.name}`,
          await browser.operation({ query: field.document, variables }),
          browser,
        );
      }
    }
  }

  private record(
    name: string,
    { status, headers, text }: Awaited<ReturnType<Browser['get']>>,
    browser: Browser,
  ) {
    const { date: _date, etag: _etag, 'content-length': _length, ...rest } = headers;
    const cookie = browser.cookies.get('kundig');
    const plain = `${status} ${JSON.stringify(rest)} ${text}`.replaceAll(
      browser.formToken ?? '<none>',
      '[token]',
    );
    this.outputs.set(name, cookie ? plain.replaceAll(cookie, '[cookie]') : plain);
  }

  async close(): Promise<void> {
    await this.web.close();
    await this.community.close();
    await this.mailbox.close();
  }
}

let scene: AnonymousThread;
beforeAll(async () => {
  scene = await AnonymousThread.happen();
});
afterAll(async () => {
  await scene?.close();
  Browser.closeAll();
});

const accountOf = async ({ mail }: TestMember) => {
  const [row] = await scene.community.owner.query<{ id: string }[]>(
    'SELECT id FROM identity.account WHERE mail = $1',
    [mail],
  );
  return row!.id;
};
const memberRow = async ({ memberId }: TestMember) => {
  const [row] = await scene.community.owner.query<{ public_id: string; picture_seed: string }[]>(
    'SELECT public_id, picture_seed FROM pseudonyms.pseudonym WHERE id = $1',
    [memberId],
  );
  return row!;
};

describe('who asked anonymously', () => {
  it('stands in nothing that others get, in no disguise', async () => {
    const { alice } = scene.people;
    const { public_id, picture_seed } = await memberRow(alice);
    const secrets = {
      ...{ mail: alice.mail, memberId: alice.memberId, account: await accountOf(alice) },
      ...{ mailName: alice.mail.split('@')[0]!, seed: picture_seed },
    };
    expect(scene.outputs.size).toBeGreaterThan(60);
    expect([...scene.outputs.values()].some((text) => text.includes('Anonym · '))).toBe(true);
    const { memberId, account } = secrets;
    expect(leaksIn(scene.outputs, { ...alice.secrets, memberId, account })).toEqual([]);
    // Their own name stands where they wrote under it, but never in what belongs to this thread.
    const ofThread = [...scene.outputs].filter(
      ([name, text]) =>
        / (thread|post|report\w*|audit\w*|faq\w*)$| \/(en\/)?(t|p|desk)\/|^mail|^jobs/.test(name) &&
        text.length > 0,
    );
    expect(ofThread.length).toBeGreaterThan(20);
    expect(
      leaksIn(withoutRelated(ofThread), { ...secrets, nickname: alice.nickname, publicId: public_id }),
    ).toEqual([]);
  });

  it('would have been found by the search, had it stood there', () => {
    for (const disguise of disguisesOf(scene.people.alice.mail))
      expect(leaksIn([['page', `<p>${disguise}</p>`]], { mail: scene.people.alice.mail })).toEqual([
        'page: mail',
      ]);
    const shifted = Buffer.from(`xx${scene.people.alice.mail}yyy`).toString('base64');
    expect(leaksIn([['page', shifted]], { mail: scene.people.alice.mail })).toEqual(['page: mail']);
  });

  it('cannot be found in the app’s part of the database', async () => {
    const { alice, bob } = scene.people;
    const asked = await scene.community.owner.query<{ id: string }[]>(
      'SELECT id FROM forum.thread WHERE author_id = $1',
      [alice.memberId],
    );
    const [dump, identity] = [new Map<string, string>(), new Map<string, string>()];
    for (const table of await tablesOf(scene.community)) {
      const rows = await scene.community.owner.query<{ row: string }[]>(
        `SELECT t::text AS row FROM ${table} t`,
      );
      const side = /^(identity|jobs_identity)\./.test(table) ? identity : dump;
      side.set(table, rows.map(({ row }) => row).join('\n'));
    }
    expect(leaksIn(identity, alice.secrets)).toEqual(
      expect.arrayContaining([
        'identity.account: mail',
        'identity.account: company',
        'identity.draft: phone',
      ]),
    );
    expect(
      leaksIn(dump, { ...alice.secrets, account: await accountOf(alice), other: await accountOf(bob) }),
    ).toEqual([]);
    // Rows about the anonymous thread hold nothing of the member.
    const posts = await scene.community.owner.query<{ row: string }[]>(
      `SELECT p::text AS row FROM forum.post p WHERE thread_id = $1
       UNION ALL SELECT t::text FROM forum.thread t WHERE id = $1
       UNION ALL SELECT x::text FROM pseudonyms.pseudonym x WHERE thread_id = $1`,
      [scene.thread.id],
    );
    expect(posts.length).toBeGreaterThanOrEqual(5);
    expect(
      leaksIn([['rows', posts.map(({ row }) => row).join('\n')]], {
        member: alice.memberId,
        name: alice.nickname,
      }),
    ).toEqual([]);
    expect(asked).toHaveLength(2); // those under the own name alone
  });

  it('is told by no exact time, anywhere', async () => {
    // They asked at 10:08:44 (11:08 on the clocks of readers) and answered, edited, deleted and accepted at 10:15:56.
    // A mail's own date is when it was sent; whoever gets it knows that anyway.
    const told = [...scene.outputs].filter(([, text]) =>
      /10:08:44|10:15:56|11:08/.test(text.replace(/"date":"[^"]*"|Date: .*?\\r\\n/g, '')),
    );
    expect(told.map(([name]) => name)).toEqual([]);
    const rows = await scene.community.owner.query<{ at: Date }[]>(
      `SELECT unnest(ARRAY[p.created_at, p.edited_at, p.deleted_at]) AS at FROM forum.post p JOIN pseudonyms.pseudonym a ON a.id = p.author_id
       WHERE p.thread_id = $1 AND a.kind = 'persona'
       UNION ALL SELECT solution_at FROM forum.post WHERE thread_id = $1
       UNION ALL SELECT created_at FROM forum.thread WHERE id = $1
       UNION ALL SELECT last_post_at FROM forum.thread WHERE id = $1
       UNION ALL SELECT created_at FROM pseudonyms.pseudonym WHERE thread_id = $1`,
      [scene.thread.id],
    );
    const exact = rows.filter(({ at }) => at !== null && at.getTime() % (15 * 60_000) !== 0);
    expect(exact).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(6);
  });
});

/** Lists of related threads may name the author where they wrote under their own name. */
const withoutRelated = (outputs: readonly (readonly [string, string])[]) =>
  outputs.map(([name, text]) => [name, text.replace(/"related":\[.*?\](?=[,}])/gs, '')] as const);

describe('two threads of one author', () => {
  it('share no id, no name and no picture', async () => {
    const { community, people } = scene;
    const board = await community.board();
    const seen = { ids: new Set<string>(), names: new Set<string>(), seeds: new Set<string>() };
    const threads: Thread[] = [];
    for (let index = 0; index < 5; index += 1)
      threads.push(
        await community.question(people.bob, board, {
          anonymous: true,
          title: `Anonyme Frage Nummer ${index}`,
        }),
      );
    for (const { publicId } of threads) {
      const { data } = await scene.web
        .visitor()
        .graphql<{ thread: { author: { id: string; name: string; pictureSeed: string } } }>(
          'query ($id: ID!) { thread(id: $id) { author { id name kind pictureSeed role path } } }',
          { id: publicId },
        );
      const { id, name, pictureSeed } = data!.thread.author;
      seen.ids.add(id);
      seen.names.add(name);
      seen.seeds.add(pictureSeed);
    }
    expect([seen.ids.size, seen.seeds.size]).toEqual([5, 5]);
    expect(seen.names.size).toBeGreaterThanOrEqual(4); // drawn from some hundred names, so that two may meet
    const links = await community.owner.query<{ lookup: Buffer; sealed_link: Buffer }[]>(
      'SELECT lookup, sealed_link FROM pseudonyms.persona',
    );
    for (const column of ['lookup', 'sealed_link'] as const)
      expect(new Set(links.map((link) => link[column].toString('hex'))).size).toBe(links.length);
  });
});

describe('the two sides of the database', () => {
  it('are closed to each other, table by table', async () => {
    const { environment } = scene.community;
    const keys = KeyRing.open(environment.keysDir);
    const tables = (await tablesOf(scene.community)).filter((name) => !name.startsWith('public.'));
    const isIdentity = (name: string) => /^(identity|jobs_identity)\./.test(name);
    for (const role of ['kundig_app', 'kundig_identity']) {
      const url = new URL(environment.get('DATABASE_URL')!);
      [url.username, url.password] = [role, keys.databasePassword(role)];
      const client = new pg.Client({ connectionString: url.href });
      await client.connect();
      try {
        const foreign = tables.filter((name) => isIdentity(name) === (role === 'kundig_app'));
        expect(foreign.length).toBeGreaterThan(5);
        for (const table of foreign)
          for (const statement of [
            `SELECT 1 FROM ${table}`,
            `DELETE FROM ${table}`,
            `INSERT INTO ${table} DEFAULT VALUES`,
          ])
            await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
        for (const statement of [
          'CREATE TABLE public.x ()',
          'CREATE SCHEMA x',
          `SET ROLE ${role === 'kundig_app' ? 'kundig_identity' : 'kundig_app'}`,
          'CREATE EXTENSION dblink',
          "COPY (SELECT 1) TO PROGRAM 'true'",
          "SELECT pg_read_file('/etc/passwd')",
        ])
          await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
        const { rows } = await client.query<{ super: boolean; owns: string }>(
          `SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls AS super,
             (SELECT count(*) FROM pg_class c WHERE c.relowner = r.oid) AS owns FROM pg_roles r WHERE rolname = current_user`,
        );
        expect(rows[0]).toEqual({ super: false, owns: '0' });
      } finally {
        await client.end();
      }
    }
  });
});

describe('the sealed link of a persona (V11.3.3)', () => {
  it('reaches its person, and with any byte another nobody', async () => {
    const { community, thread } = scene;
    const [row] = await community.owner.query<{ id: string; sealed_link: Buffer; key_version: number }[]>(
      `SELECT p.pseudonym_id AS id, p.sealed_link, p.key_version FROM pseudonyms.persona p
       JOIN pseudonyms.pseudonym a ON a.id = p.pseudonym_id WHERE a.thread_id = $1`,
      [thread.id],
    );
    const { id, sealed_link: link, key_version: keyVersion } = row!;
    const content = { subject: 'Probe', paragraphs: ['Ein Satz.'] };
    const mailsAfter = async (persona: Omit<SealedPersona, 'keyVersion'>, onceKey: string) => {
      await community.get(IdentityPort).deliverToAuthors([
        {
          recipient: { persona: { ...persona, keyVersion } },
          content: { de: content, en: content },
          threadId: thread.id,
          postId: thread.id,
          position: 1,
          readers: null,
          onceKey,
          occasion: 'hidden',
        },
      ]);
      const [counted] = await community.owner.query<{ count: string }[]>(
        `SELECT count(*) FROM identity.outbox_mail WHERE subject LIKE '%Probe%'`,
      );
      return Number(counted!.count);
    };
    const sealed = (bytes: Buffer) => bytes.toString('base64url');
    for (let index = 0; index < link.length; index += 1) {
      const flipped = Buffer.from(link);
      flipped[index]! ^= 1 << (index % 8);
      expect({
        index,
        mails: await mailsAfter(
          { personaId: id, threadId: thread.id, sealedLink: sealed(flipped) },
          `flip-${index}`,
        ),
      }).toEqual({ index, mails: 0 });
    }
    expect(
      await mailsAfter(
        { personaId: id, threadId: scene.people.bob.memberId, sealedLink: sealed(link) },
        'other-thread',
      ),
    ).toBe(0);
    expect(await mailsAfter({ personaId: id, threadId: thread.id, sealedLink: sealed(link) }, 'whole')).toBe(
      1,
    );
  });
});
