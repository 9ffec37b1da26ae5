import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EditEntryService,
  ExportFaq,
  ProposeEntryService,
  ReleaseEntryService,
  WithdrawEntryService,
  type ExportProgress,
} from '@kundig/faq/server';
import { MarkSolutionService, PostVisibility } from '@kundig/forum/server';
import { AppDatabase, Conflict, RequestContext } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

const FILES = ['de', 'en'].flatMap((lang) =>
  ['jsonld', 'html', 'md', 'csv'].map((kind) => `faq.${lang}.${kind}`),
);

let community: TestCommunity;
let dataDir: string;
let anna: TestMember;
let bert: TestMember;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'faq-'));
  community = await TestCommunity.start({ DATA_DIR: dataDir });
  [anna, bert] = [await community.withRole('editor'), await community.withRole('editor')];
});
afterAll(async () => {
  await community.close();
  await rm(dataDir, { recursive: true });
});

const system = RequestContext.system();
const current = () => join(dataDir, 'faq-export', 'current');
const read = (name: string) => readFile(join(current(), name), 'utf8');
const readAll = async () => (await Promise.all((await readdir(current())).map(read))).join('\n');
const run = () => community.get(ExportFaq).execute(system);

/** An entry in force, made from a thread of two fresh members. */
async function entryInForce(answer: string, more: { anonymous?: boolean; lang?: 'de' | 'en' } = {}) {
  const [asker, helper] = [await community.member(), await community.member()];
  const thread = await community.question(asker, await community.board(), more);
  const solution = await community.reply(helper, thread, { body: answer, anonymous: more.anonymous });
  await community.get(MarkSolutionService).execute(await community.as(asker), solution.publicId, true);
  const { publicId, question } = await community
    .get(ProposeEntryService)
    .execute(await community.as(anna), { threadId: thread.publicId, clientKey: randomUUID() });
  if (more.lang)
    await community.get(EditEntryService).execute(await community.as(anna), {
      entryId: publicId,
      question,
      answer,
      clientKey: randomUUID(),
      lang: more.lang,
    });
  await community.get(ReleaseEntryService).execute(await community.as(bert), { entryId: publicId });
  return { entryId: publicId, thread, solution };
}

describe('the export', () => {
  it('writes every format in each language, with a manifest that the files agree with', async () => {
    await entryInForce('=SUMME(A1) ist keine Antwort.');
    await entryInForce('Assign the **hunt group** again.', { lang: 'en' });
    const steps: ExportProgress[] = [];
    const release = await community
      .get(ExportFaq)
      .execute(system, { onProgress: (step) => steps.push(step) });

    expect((await readdir(current())).sort()).toEqual([...FILES, 'manifest.json'].sort());
    expect(steps.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(release).toMatchObject({ state: 'done', entryCount: 2, done: 9, total: 9 });

    const manifest = JSON.parse(await read('manifest.json')) as {
      entries: number;
      files: { name: string; bytes: number; sha256: string; entries: number }[];
    };
    expect(manifest.entries).toBe(2);
    for (const { name, bytes, sha256, entries } of manifest.files) {
      const content = await readFile(join(current(), name));
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
      expect(entries).toBe(1);
    }
    const page = JSON.parse(await read('faq.en.jsonld')) as {
      mainEntity: { acceptedAnswer: { text: string } }[];
    };
    expect(page.mainEntity.map(({ acceptedAnswer }) => acceptedAnswer.text.trim())).toEqual([
      '<p>Assign the <strong>hunt group</strong> again.</p>',
    ]);
    expect(await read('faq.de.csv')).toContain(`,'=SUMME(A1)`);
    expect(await read('faq.de.md')).toContain('=SUMME(A1)');
  });

  it('names whom an imported text comes from, in every format', async () => {
    const { thread, solution, entryId } = await entryInForce('Den Stecker ziehen und warten.');
    const source = randomUUID();
    const { owner } = community;
    await owner.query(
      `INSERT INTO importer.source (id, site, licence, board_id, created_at) VALUES ($1, 'alt.example', 'CC BY-SA 4.0', $2, now())`,
      [source, thread.boardId],
    );
    await owner.query(
      `INSERT INTO importer.item (source_id, kind, external_id, target_id, name) VALUES
         ($1, 'thread', 'question:5', $2, NULL), ($1, 'post', 'answer:7', $3, NULL), ($1, 'author', 'user:9', $4, 'Ada Lovelace')`,
      [source, thread.id, solution.id, solution.authorId],
    );
    await run();
    for (const format of ['jsonld', 'html', 'md', 'csv']) {
      const text = await read(`faq.de.${format}`);
      for (const owed of ['alt.example/q/5', 'alt.example/a/7', 'Ada Lovelace', 'CC BY-SA'])
        expect(text).toContain(owed);
    }
    const { faqEntry } = await community.ask<{ faqEntry: { sources: object[] } }>(
      community.visitor(),
      'query ($id: ID!) { faqEntry(id: $id) { sources { url author site licence licenceUrl } } }',
      { id: entryId },
    );
    expect(faqEntry.sources).toHaveLength(2);
    expect(faqEntry.sources[1]).toEqual({
      ...{
        url: 'https://alt.example/a/7',
        author: 'Ada Lovelace',
        site: 'alt.example',
        licence: 'CC BY-SA 4.0',
      },
      licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0/',
    });
    await owner.query('DELETE FROM importer.source WHERE id = $1', [source]);
  });

  it('has no name, no id of a person or a thread, and no time of anything but itself', async () => {
    await entryInForce('Die Weiterleitung löschen.', { anonymous: true });
    community.clock.advance({ minutes: 60 * 24 * 3 });
    await run();
    const all = await readAll();
    const canaries = await community.owner.query<{ canary: string }[]>(`
      SELECT name::text AS canary FROM pseudonyms.pseudonym
      UNION SELECT id::text FROM pseudonyms.pseudonym UNION SELECT public_id FROM pseudonyms.pseudonym
      UNION SELECT picture_seed FROM pseudonyms.pseudonym
      UNION SELECT id::text FROM forum.thread UNION SELECT public_id FROM forum.thread
      UNION SELECT id::text FROM forum.post UNION SELECT public_id FROM forum.post
      UNION SELECT split_part(name::text, ' · ', 2) FROM pseudonyms.pseudonym WHERE kind = 'persona'`);
    expect(canaries.length).toBeGreaterThan(20);
    expect(canaries.map(({ canary }) => canary).filter((canary) => all.includes(canary))).toEqual([]);
    const times = all.match(/\d{4}-\d\d-\d\d|\d\d:\d\d/g) ?? [];
    expect(times).toEqual(['2026-11-05', '09:07']); // exportedAt of the manifest
  });

  it('loses an entry that is withdrawn, or whose source is hidden, without waiting for the night', async () => {
    const one = await entryInForce('Wird von Hand zurückgezogen.');
    const other = await entryInForce('Wird ausgeblendet.');
    await run();
    expect(await readAll()).toContain('Wird von Hand zurückgezogen.');
    await community.get(WithdrawEntryService).execute(await community.as(anna), one.entryId);
    await community
      .get(AppDatabase)
      .transaction(system, (tx) =>
        community.get(PostVisibility).withdraw(tx, other.solution.id, { hiddenReason: 'Interna' }),
      );
    await community.runJobs();
    expect(await readAll()).not.toMatch(/Wird von Hand zurückgezogen|Wird ausgeblendet/);
  });

  it('runs once at a time, and says so', async () => {
    const before = await community.owner.query<unknown[]>('SELECT id FROM faq.release');
    const outcomes = await Promise.allSettled([run(), run(), run()]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBeGreaterThanOrEqual(1);
    refused.forEach(({ reason }) => expect(reason).toBeInstanceOf(Conflict));
    const after = await community.owner.query<{ state: string }[]>('SELECT state FROM faq.release');
    expect(after).toHaveLength(before.length + 3 - refused.length);
    expect(after.every(({ state }) => state !== 'running')).toBe(true);
  });

  it('answers a form that is sent twice with the same export', async () => {
    const clientKey = randomUUID();
    const send = async () => {
      const { exportFaq } = await community.ask<{
        exportFaq: { path: string; release: { id: string; progress: number; files: { path: string }[] } };
      }>(
        await community.as(anna),
        `mutation ($input: ExportFaqInput!) { exportFaq(input: $input) {
           ... on ExportFaqSuccess { path release { id state progress files { name path bytes } } } } }`,
        { input: { clientKey } },
      );
      return exportFaq;
    };
    const first = await send();
    expect(first).toMatchObject({ path: '/desk/faq?done=exported', release: { progress: 1 } });
    expect(first.release.files.map(({ path }) => path)).toContain('/faq/export/faq.de.jsonld');
    expect((await send()).release.id).toBe(first.release.id);
  });

  it('keeps the old files when the new ones cannot be written, and says that it failed', async () => {
    await run();
    const whole = await readAll();
    const folder = join(dataDir, 'faq-export');
    const exports = community.get(ExportFaq);
    await expect(
      exports.execute(system, {
        onProgress: ({ done }) => {
          if (done === 5) throw new Error('disk full');
        },
      }),
    ).rejects.toThrow('disk full');
    expect(await readAll()).toBe(whole);
    const [newest] = await community.owner.query<{ state: string; done: number }[]>(
      "SELECT state, done FROM faq.release WHERE state = 'failed' ORDER BY started_at DESC LIMIT 1",
    );
    expect(newest).toEqual({ state: 'failed', done: 5 });
    await run();
    expect((await readdir(folder)).filter((name) => name.startsWith('new-'))).toEqual([]);
  });

  it('ends what a dead process left running', async () => {
    const id = randomUUID();
    await community.owner.query(
      "INSERT INTO faq.release (id, state, done, total, started_at) VALUES ($1, 'running', 3, 9, now())",
      [id],
    );
    await run();
    expect(await community.owner.query('SELECT state FROM faq.release WHERE id = $1', [id])).toEqual([
      { state: 'failed' },
    ]);
  });
});
