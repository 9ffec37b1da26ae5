import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createHtmlToMarkdown } from './convert/html-to-markdown.js';
import { readRows } from './dump/read-rows.js';
import {
  planOnStartupsImport,
  planStackExchangeImport,
  type ImportPlan,
  type ImportProblem,
  type ImportedThread,
} from './index.js';
import { rendered, renderedMarkdown } from './testing/rendered.js';

// Real dumps are not part of the repository; where they lie beside it, the whole of them is imported and counted.
const data = resolve(import.meta.dirname, '../../../../../shared/data');
const withData = existsSync(data) ? describe : describe.skip;
if (!existsSync(data)) console.warn(`SKIPPED: real dumps, because ${data} is not there`);

const naming = { formerMember: 'Former member', longestNickname: 40 };
const plans: ImportPlan[] = [];
afterAll(() => Promise.all(plans.map((plan) => plan.close())));

async function importAll(plan: ImportPlan) {
  plans.push(plan);
  const seen = { questions: 0, answers: 0, comments: 0, accepted: 0, closed: 0, upVotes: 0, duplicates: 0 };
  const authors = new Set([...plan.authors()].map((author) => author.externalId));
  let last = 0;
  for await (const thread of plan.threads()) {
    const id = Number(thread.externalId.split(':')[1]);
    expect(id).toBeGreaterThan(last);
    last = id;
    seen.closed += thread.closedAt ? 1 : 0;
    seen.duplicates += thread.duplicateOf.length;
    for (const post of thread.posts) {
      seen[`${post.kind}s`]++;
      seen.accepted += post.accepted ? 1 : 0;
      if (post.kind !== 'comment') seen.upVotes += post.upVotes;
      expect(authors.has(post.author)).toBe(true);
    }
  }
  return seen;
}

describe('the excerpt for the demo', () => {
  it('is whole, and nothing in it is left out', async () => {
    const problems: ImportProblem[] = [];
    const excerpt = resolve(import.meta.dirname, '../../../seed/server/demo/se-iot');
    const plan = await planStackExchangeImport(excerpt, {
      site: 'iot.stackexchange.com',
      naming,
      report: (problem) => problems.push(problem),
    });
    const seen = await importAll(plan);
    expect(problems).toEqual([]);
    expect(seen).toMatchObject({ questions: 40, answers: 109, comments: 308, accepted: 27, upVotes: 1794 });
  });
});

withData('real dumps', () => {
  it('imports se-iot whole', async () => {
    const problems: ImportProblem[] = [];
    const plan = await planStackExchangeImport(join(data, 'se-iot'), {
      site: 'iot.stackexchange.com',
      naming,
      report: (problem) => problems.push(problem),
    });
    const { counts } = plan;
    const seen = await importAll(plan);
    // One of the three duplicates names an original that was deleted.
    const reason = 'question:1142 and question:1073 are not both here';
    expect(problems).toEqual([{ file: 'PostLinks.xml.gz', line: 77, code: 'dangling', reason }]);
    expect(seen).toMatchObject({ questions: 320, answers: 508, accepted: 185, closed: 30, duplicates: 2 });
    expect(counts).toMatchObject({ upVotes: 5862, upVotesElsewhere: 56, downVotes: 458, otherTexts: 312 });
    expect(seen.comments + counts.commentsOnOtherTexts).toBe(1607);
    expect(seen.upVotes + counts.upVotesElsewhere).toBe(5862);
  });

  it('imports onstartups-meta, the older schema, whole, also when it does not fit its memory', async () => {
    const problems: ImportProblem[] = [];
    const plan = await planStackExchangeImport(join(data, 'onstartups-meta'), {
      site: 'meta.answers.onstartups.com',
      naming,
      report: (problem) => problems.push(problem),
      memoryBudget: 100_000,
    });
    const seen = await importAll(plan);
    expect(problems).toEqual([]);
    expect(seen).toMatchObject({ questions: 339, answers: 707, comments: 1332, accepted: 118, closed: 8 });
    expect(plan.counts.upVotes).toBe(seen.upVotes + plan.counts.upVotesElsewhere);
  });

  it('imports onstartups', async () => {
    const problems: ImportProblem[] = [];
    const plan = await planOnStartupsImport(join(data, 'onstartups'), {
      site: 'answers.onstartups.com',
      naming,
      report: (problem) => problems.push(problem),
    });
    plans.push(plan);
    const threads: ImportedThread[] = [];
    for await (const thread of plan.threads()) if (threads.push(thread) === 200) break;
    expect(problems).toEqual([]);
    expect(plan.counts).toMatchObject({ questions: 9925, answers: 29867 });
    expect(threads).toHaveLength(200);
  }, 60_000);

  it.each(['se-iot/Posts.xml.gz', 'onstartups-meta/posts.xml.gz'])(
    'shows every word and link of %s after conversion',
    async (table) => {
      const convert = createHtmlToMarkdown({ site: null });
      for await (const { attributes } of readRows(join(data, table), () => undefined)) {
        if (!['1', '2'].includes(attributes['PostTypeId'] ?? '')) continue;
        const before = rendered(attributes['Body'] ?? '');
        const after = renderedMarkdown(convert(attributes['Body'] ?? ''));
        expect({ post: attributes['Id'], words: after.words.replace('Spoiler', '') }).toEqual({
          post: attributes['Id'],
          words: before.words.replace('Spoiler', ''),
        });
        expect(after.targets).toEqual(expect.arrayContaining(before.targets));
      }
    },
    60_000,
  );
});
