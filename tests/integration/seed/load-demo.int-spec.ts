import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardRepository, RecountForumService } from '@kundig/forum/server';
import { RecountKudos } from '@kundig/kudos/server';
import { RequestContext } from '@kundig/platform/server';
import { loadDemo, SeedRefused } from '@kundig/seed/server';
import { TestCommunity } from '../../support/community.js';

const TABLES = [
  'forum.board',
  'forum.thread',
  'forum.post',
  'kudos.kudo',
  'kudos.post_kudos',
  'groups.membership',
  'groups.role_grant',
  'pseudonyms.pseudonym',
  'pseudonyms.persona',
  'pseudonyms.staff_profile',
  'identity.account',
  'identity.thread_state',
  'importer.item',
  'faq.entry',
  'faq.approval',
  'faq.release',
];
const system = RequestContext.system();

let folder: string;
let community: TestCommunity;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kundig-demo-'));
  community = await TestCommunity.start({ DATA_DIR: folder });
});
afterAll(async () => {
  await community.close();
  await rm(folder, { recursive: true, force: true });
});

async function count(sql: string): Promise<number> {
  const [row] = await community.owner.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${sql}`);
  return row!.count;
}

describe('the demo', () => {
  const lines: string[] = [];
  const load = (log: (line: string) => void = () => undefined) =>
    loadDemo({ get: (type: never) => community.get(type) } as never, { log });

  beforeAll(() => load((line) => lines.push(line)), 60_000);

  it('fills an empty community', async () => {
    expect(await count(`forum.thread t JOIN importer.item i ON i.target_id = t.id`)).toBe(40);
    expect(await count(`forum.thread`)).toBe(40 + 44);
    expect(await count(`forum.thread WHERE solution_count > 0`)).toBeGreaterThan(30);
    expect(await count(`pseudonyms.staff_profile`)).toBe(3);
    expect(await count(`kudos.kudo`)).toBeGreaterThan(50);
  });

  it('prints each password once and keeps none', async () => {
    const rows = lines.slice(lines.findIndex((line) => line.startsWith('These passwords')) + 2);
    expect(rows).toHaveLength(4);
    const [mail, password] = rows[0]!.trim().split(/\s+/);
    expect(mail).toBe('kranich42@example.de');
    expect(password).toMatch(/^[\w-]{12}$/);
    const kept = JSON.stringify(await community.snapshotOf('identity.account', 'identity.outbox_mail'));
    expect(kept).not.toContain(password);
  });

  it('lets anonymous authors speak as personas, at times rounded to the quarter of an hour', async () => {
    const personas = `forum.post p JOIN pseudonyms.pseudonym a ON a.id = p.author_id AND a.kind = 'persona'`;
    expect(await count(personas)).toBe(13);
    expect(await count(`${personas} WHERE extract(epoch FROM p.created_at)::bigint % 900 <> 0`)).toBe(0);
    // Of two people who write anonymously in one thread each has a persona of its own.
    expect(await count(`pseudonyms.persona`)).toBe(7);
    expect(await count(`identity.persona_post`)).toBe(13);
  });

  it('lies wholly in the past, and nobody is told of it', async () => {
    expect(await count(`forum.post WHERE created_at > '2026-11-02T09:07:31Z'`)).toBe(0);
    expect(await count(`identity.outbox_mail`)).toBe(0);
  });

  it('has FAQ entries of two editors, some in force and exported, some waiting', async () => {
    expect(await count(`faq.entry WHERE released_number IS NOT NULL`)).toBe(2);
    expect(await count(`faq.entry WHERE released_number IS NULL`)).toBe(3);
    expect(await count(`faq.approval WHERE approved_by <> edited_by`)).toBe(2);
    expect(await count(`faq.release WHERE state = 'done' AND entry_count = 2`)).toBe(1);
    const exported = await readFile(join(folder, 'faq-export', 'current', 'faq.de.md'), 'utf8');
    expect(exported).toContain('Phishing');
  });

  it('leaves counters that a recount agrees with', async () => {
    expect(await community.get(RecountForumService).execute(system)).toEqual({
      threads: 0,
      boards: [],
      sameProblems: 0,
    });
    expect(await community.get(RecountKudos).execute(system)).toBe(0);
  });

  it('shows closed boards to their group alone', async () => {
    const visitor = await community.get(BoardRepository).known(community.visitor());
    const slugs = visitor.map(({ board }) => board.slug);
    expect(slugs).toContain('pilotkreis');
    expect(slugs).not.toContain('pilotkreis-vorschau');
  });

  it('changes nothing when it is loaded again', async () => {
    const before = await community.snapshotOf(...TABLES);
    const again: string[] = [];
    await load((line) => again.push(line));
    expect(await community.snapshotOf(...TABLES)).toEqual(before);
    expect(again.join('\n')).not.toContain('@example');
  }, 60_000);

  it('is refused where the community has boards of its own', async () => {
    await community.board({ slug: 'eigenes' });
    await expect(load()).rejects.toThrow(SeedRefused);
  });
});
