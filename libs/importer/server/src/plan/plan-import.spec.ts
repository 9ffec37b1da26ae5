import { readdir, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { UnreadableDumpError, type ImportProblem } from '../dump/import-problem.js';
import {
  answer,
  comment,
  question,
  removeFiles,
  writeFiles,
  xmlTable,
  type Row,
} from '../testing/small-dump.js';
import type { ImportPlan, ImportedThread } from './imported-thread.js';
import { planStackExchangeImport } from './plan-import.js';

const naming = { formerMember: 'Former member', longestNickname: 12 };
const plans: ImportPlan[] = [];
afterEach(async () => {
  await Promise.all(plans.splice(0).map((plan) => plan.close()));
  await removeFiles();
});

/** Plans and delivers a dump of these tables; names without an ending get `.xml`. */
async function deliver(tables: Record<string, readonly (Row | string)[]>, memoryBudget?: number) {
  const files = Object.entries(tables).map(([name, rows]) => [
    name.includes('.') ? name : `${name}.xml`,
    xmlTable(rows),
  ]);
  const folder = await writeFiles(Object.fromEntries(files) as Record<string, string>);
  return deliverFolder(folder, memoryBudget);
}

async function deliverFolder(folder: string, memoryBudget?: number) {
  const problems: ImportProblem[] = [];
  const report = (problem: ImportProblem) => problems.push(problem);
  const plan = await planStackExchangeImport(folder, { site: 'iot.example', naming, report, memoryBudget });
  plans.push(plan);
  return { plan, problems, threads: await collect(plan.threads()), authors: [...plan.authors()] };
}

async function collect(threads: AsyncIterable<ImportedThread>): Promise<ImportedThread[]> {
  const all: ImportedThread[] = [];
  for await (const thread of threads) all.push(thread);
  return all;
}

const order = (thread: ImportedThread | undefined) => thread?.posts.map((post) => post.externalId);

describe('planStackExchangeImport', () => {
  it('puts question, answers by date and comments behind their posts, wherever they stood', async () => {
    const { threads, problems } = await deliver({
      Posts: [
        answer(5, 2, { CreationDate: '2016-12-09T00:00:00' }),
        question(2, { AcceptedAnswerId: 4, ClosedDate: '2017-01-01T00:00:00.000', ViewCount: 97 }),
        answer(4, 2, { LastEditDate: '2016-12-10T00:00:00.000' }),
      ],
      Comments: [
        comment(30, 4),
        comment(12, 2, { CreationDate: '2016-12-09T10:00:00.000' }),
        comment(13, 2, { CreationDate: '2016-12-09T09:00:00.000', Score: 5 }),
      ],
      Votes: [
        { Id: 1, PostId: 4, VoteTypeId: 2 },
        { Id: 2, PostId: 4, VoteTypeId: 2 },
        { Id: 3, PostId: 4, VoteTypeId: 3 },
        { Id: 4, PostId: 99, VoteTypeId: 2 },
      ],
    });
    expect(problems).toEqual([]);
    expect(order(threads[0])).toEqual([
      'question:2',
      'comment:13',
      'comment:12',
      'answer:4',
      'comment:30',
      'answer:5',
    ]);
    expect(threads[0]).toMatchObject({
      title: 'Question 2',
      tags: ['mqtt'],
      views: 97,
      closedAt: new Date('2017-01-01'),
    });
    expect(threads[0]?.posts[1]).toMatchObject({
      kind: 'comment',
      inReplyTo: 'question:2',
      author: 'user:9',
      upVotes: 5,
    });
    expect(threads[0]?.posts[3]).toMatchObject({
      accepted: true,
      upVotes: 2,
      editedAt: new Date('2016-12-10'),
      inReplyTo: 'question:2',
    });
    expect(threads[0]?.posts[5]).toMatchObject({ accepted: false, upVotes: 0, editedAt: null });
  });

  it('counts what it read, tag wikis and votes for deleted posts apart', async () => {
    const { plan } = await deliver({
      Posts: [question(1), { Id: 2, PostTypeId: 5, CreationDate: '2016-12-06', Body: '' }],
      Comments: [comment(1, 1), comment(2, 2)],
      Votes: [
        { PostId: 1, VoteTypeId: 2 },
        { PostId: 2, VoteTypeId: 2 },
        { PostId: 1, VoteTypeId: 3 },
        { PostId: 1, VoteTypeId: 2, Count: 19 },
      ],
    });
    expect(plan.counts).toEqual({
      questions: 1,
      answers: 0,
      comments: 1,
      accepted: 0,
      closed: 0,
      upVotes: 21,
      upVotesElsewhere: 1,
      downVotes: 1,
      duplicates: 0,
      otherTexts: 1,
      commentsOnOtherTexts: 1,
    });
  });

  it('reads the older schema: small names, packed files, empty attributes, days without time, no votes', async () => {
    const { threads, problems } = await deliver({
      'posts.xml.gz': [
        question(1, { CreationDate: '2010-09-22', ViewCount: '', LastEditDate: '', OwnerUserId: '' }),
        answer(2, 1, { Score: -4 }),
      ],
      'users.xml': [{ Id: 8, DisplayName: 'Ann', Age: '' }],
    });
    expect(problems).toEqual([]);
    expect(threads[0]).toMatchObject({ createdAt: new Date('2010-09-22T00:00:00Z'), views: 0 });
    expect(threads[0]?.posts.map((post) => post.upVotes)).toEqual([3, 0]); // their scores, never below none
  });

  it('reads the later schema: tags between bars, unknown columns', async () => {
    const { threads } = await deliver({
      Posts: [question(1, { Tags: '|smart-home|mqtt|', ContentLicense: 'CC BY-SA 4.0' })],
    });
    expect(threads[0]?.tags).toEqual(['smart-home', 'mqtt']);
  });

  it('reports bad rows by line and leaves them out, never half a thread', async () => {
    const { threads, problems } = await deliver({
      Posts: [
        question(1), // line 3
        '  <row Id="2" PostTypeId="1" Title="a < b" />',
        question(3, { Title: '' }),
        answer(4, 3),
        answer(5, 1, { CreationDate: 'yesterday' }),
        question(1, { Title: 'again' }),
        answer(6, 77),
        question(8, { AcceptedAnswerId: 5 }),
      ],
      Comments: [
        comment(1, 3),
        comment(2, 4),
        comment(3, 1),
        comment(3, 1),
        comment(4, 1, { Text: '' }),
        comment(5, 6),
      ],
    });
    expect(threads.map((thread) => thread.externalId)).toEqual(['question:1', 'question:8']);
    expect(order(threads[0])).toEqual(['question:1', 'comment:3']);
    expect(problems.map(({ file, line, code }) => `${file}:${line} ${code}`).sort()).toEqual([
      'Comments.xml:3 orphaned', // its question had no title
      'Comments.xml:4 orphaned',
      'Comments.xml:6 repeated',
      'Comments.xml:7 invalid',
      'Comments.xml:8 orphaned',
      'Posts.xml:10 dangling',
      'Posts.xml:4 malformed',
      'Posts.xml:5 invalid',
      'Posts.xml:6 orphaned',
      'Posts.xml:7 invalid',
      'Posts.xml:8 repeated',
      'Posts.xml:9 orphaned',
    ]);
    expect(problems.find(({ line, file }) => line === 5 && file === 'Posts.xml')?.reason).toBe(
      'Title: is missing',
    );
  });

  it('names authors uniquely: the site itself, namesakes, deleted accounts', async () => {
    const { threads, authors } = await deliver({
      Posts: [
        question(1, { OwnerUserId: -1 }),
        question(2, { OwnerUserId: '', OwnerDisplayName: 'anna' }),
        question(3, { OwnerUserId: '' }),
        question(4, { OwnerUserId: 11 }),
        question(5, { OwnerUserId: 12 }),
        question(6, { OwnerUserId: 13 }),
      ],
      Users: [
        { Id: -1, DisplayName: 'Community' },
        { Id: 1, DisplayName: 'Never wrote' },
        { Id: 11, DisplayName: 'Anna' },
        { Id: 12, DisplayName: 'ANNA' },
      ],
    });
    expect(threads.map((thread) => thread.posts[0].author)).toEqual([
      'user:-1',
      'departed:anna',
      'departed',
      'user:11',
      'user:12',
      'user:13',
    ]);
    expect(
      authors.map(({ externalId, kind, displayName, nickname }) => [externalId, kind, displayName, nickname]),
    ).toEqual([
      ['user:-1', 'site', 'Community', 'Community'],
      ['user:11', 'person', 'Anna', 'Anna'],
      ['user:12', 'person', 'ANNA', 'ANNA 2'],
      ['user:13', 'person', null, 'user13'],
      ['departed', 'departed', null, 'Former membe'],
      ['departed:anna', 'departed', 'anna', 'anna 3'],
    ]);
  });

  it('keeps duplicates whose original is there', async () => {
    const link = (PostId: number, RelatedPostId: number, LinkTypeId: number): Row => ({
      Id: 1,
      PostId,
      RelatedPostId,
      LinkTypeId,
    });
    const { threads, problems } = await deliver({
      Posts: [question(1), question(2), answer(3, 2)],
      PostLinks: [link(2, 1, 3), link(2, 1, 3), link(1, 2, 1), link(1, 3, 3), link(1, 9, 3), link(1, 1, 3)],
    });
    expect(threads.map((thread) => thread.duplicateOf)).toEqual([[], ['question:1']]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [6, 'dangling'],
      [7, 'dangling'],
      [8, 'dangling'],
    ]);
  });

  it('delivers the same again, from any place on, also out of temporary files, and removes these', async () => {
    const tables = {
      Posts: [3, 1, 2].map((id) => question(id)).concat([20, 21, 22].map((id) => answer(id, (id % 3) + 1))),
      Comments: [20, 21, 22, 1, 2, 3].map((post, index) =>
        comment(index + 1, post, { Text: 'line\u2028separator' }),
      ),
    };
    const held = await deliver(tables);
    const before = await spills();
    const spilled = await deliver(tables, 300);
    expect(await spills()).toBe(before + 1);
    expect(spilled.threads).toHaveLength(3);
    expect(spilled.threads).toEqual(held.threads);
    expect(await collect(spilled.plan.threads())).toEqual(held.threads);
    expect(await collect(spilled.plan.threads(1))).toEqual(held.threads.slice(1));
    for await (const _first of spilled.plan.threads()) break;
    await spilled.plan.close();
    expect(await spills()).toBe(before);
  });

  it('skips a thread whose question cannot be converted, and says so', async () => {
    const { threads, problems } = await deliver({
      Posts: [question(1, { Body: '<blockquote>'.repeat(3_000) }), answer(2, 1), question(3)],
    });
    expect(threads.map((thread) => thread.externalId)).toEqual(['question:3']);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'unconvertible'],
      [4, 'orphaned'],
    ]);
  });

  it('takes control characters out and joins letters with their marks', async () => {
    const { threads, problems } = await deliver({
      Posts: [
        '  <row Id="1" PostTypeId="1" CreationDate="2016-12-06" Title="u&#x308;&#x1F;ber&#xA;uns" Body="&lt;p&gt;a&#xD;&#xA;b&lt;/p&gt;" />',
      ],
    });
    expect(problems).toEqual([]);
    expect(threads[0]?.title).toBe('über uns');
    expect(threads[0]?.posts[0].markdown).toBe('a b');
  });

  it('imports nothing from a dump that is cut off', async () => {
    const cut = await writeFiles({ 'Posts.xml': xmlTable([question(1)]).replace('</rows>', '') });
    await expect(deliverFolder(cut)).rejects.toThrow(/Posts\.xml ends too early/);
    const packed = await writeFiles({
      'Posts.xml.gz': xmlTable(Array.from({ length: 500 }, (_, index) => question(index + 1))),
    });
    await truncate(join(packed, 'Posts.xml.gz'), 900);
    await expect(deliverFolder(packed)).rejects.toThrow(UnreadableDumpError);
  });

  it('refuses what is no dump', async () => {
    await expect(deliverFolder(await writeFiles({ 'Users.xml': xmlTable([]) }))).rejects.toThrow(
      /holds no Posts\.xml/,
    );
    await expect(
      deliverFolder(await writeFiles({ 'Posts.xml': xmlTable([]), 'posts.xml.gz': xmlTable([]) })),
    ).rejects.toThrow(/twice/);
    await expect(deliverFolder('/nowhere/at/all')).rejects.toThrow(/cannot be read \(ENOENT\)/);
    const noise = await writeFiles({ 'Posts.xml': '' });
    await writeFile(join(noise, 'Posts.xml'), '<row a=b/>'.repeat(2_000));
    await expect(deliverFolder(noise)).rejects.toThrow(/is not a table/);
  });
});

/** Temporary folders of this process; others may import at the same time. */
const spills = async (): Promise<number> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith(`kundig-import-${process.pid}-`)).length;
