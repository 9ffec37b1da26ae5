import { afterEach, describe, expect, it } from '@jest/globals';
import type { ImportProblem } from '../dump/import-problem.js';
import type { ImportedThread } from '../plan/imported-thread.js';
import { removeFiles, writeFiles } from '../testing/small-dump.js';
import { planOnStartupsImport } from './plan-onstartups-import.js';

afterEach(removeFiles);

const post = (id: number, more: object = {}) => ({
  id,
  author: 'Ann',
  author_id: 7,
  date: '2010-01-02',
  score: 4,
  body: 'Text',
  ...more,
});
const thread = (id: number, more: object = {}) =>
  JSON.stringify({ ...post(id), title: `Q ${id}`, tags: ['tax'], answers: [], ...more });

async function deliver(files: Record<string, string>) {
  const problems: ImportProblem[] = [];
  const plan = await planOnStartupsImport(await writeFiles(files), {
    site: 'a.example',
    naming: { formerMember: 'Former member', longestNickname: 40 },
    report: (problem) => problems.push(problem),
  });
  const threads: ImportedThread[] = [];
  for await (const one of plan.threads()) threads.push(one);
  await plan.close();
  return { problems, threads };
}

describe('planOnStartupsImport', () => {
  it('delivers threads with scores for up-votes and Markdown mixed with HTML made safe', async () => {
    const body = 'A **bold** word\n\n<p>and <em>HTML <script>alert(1)</script>unclosed <a href="/q/3">a</a>';
    const { threads, problems } = await deliver({
      'questions.ndjson.gz': [
        thread(9),
        thread(3, { answers: [post(5, { body, score: -2 }), post(4, { author: null, author_id: null })] }),
      ].join('\n'),
      'duplicates.ndjson': '{"id": 9, "duplicate_of": 3}\n',
    });
    expect(problems).toEqual([]);
    expect(threads.map((one) => [one.externalId, one.duplicateOf])).toEqual([
      ['question:3', []],
      ['question:9', ['question:3']],
    ]);
    expect(threads[0]?.posts.map((one) => [one.externalId, one.author, one.upVotes])).toEqual([
      ['question:3', 'user:7', 4],
      ['answer:4', 'departed', 4],
      ['answer:5', 'user:7', 0],
    ]);
    expect(threads[0]?.posts[2]?.markdown).toMatch(
      /^A \*\*bold\*\* word\n\nand \*HTML unclosed \[a\]\(https:\/\/a\.example\/q\/3\)\*$/,
    );
  });

  it('reports bad lines and goes on', async () => {
    const { threads, problems } = await deliver({
      'questions.ndjson': ['{', thread(1, { title: '' }), '', thread(2)].join('\r\n'),
    });
    expect(threads.map((one) => one.externalId)).toEqual(['question:2']);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [1, 'malformed'],
      [2, 'invalid'],
    ]);
  });

  it('refuses a folder without questions', async () => {
    await expect(deliver({ 'duplicates.ndjson': '' })).rejects.toThrow(/holds no questions\.ndjson/);
  });
});
