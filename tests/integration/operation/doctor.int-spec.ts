import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TestCommunity } from '../../support/community.js';

jest.setTimeout(300_000);

const PROGRAM = resolve(import.meta.dirname, '../../../dist/server/kundig.js');

let community: TestCommunity;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kundig-patient-'));
  community = await TestCommunity.start();
  await community.question(await community.member(), await community.board());
  await community.runJobs();
  await community.owner.query(
    `INSERT INTO jobs_app.heartbeat (id, seen_at) VALUES ('alive', now() + interval '1 hour')`,
  );
});
afterAll(async () => {
  await community?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Finding {
  readonly check: string;
  readonly level: string;
  readonly text: string;
}

/** Runs the built command as an operator would. @param spell a module that runs before it and bends the machine */
async function doctor(variables: Record<string, string> = {}, spell = '') {
  const bent = spell ? ['--import', `data:text/javascript,${encodeURIComponent(spell)}`] : [];
  const child = spawn(process.execPath, [...bent, PROGRAM, 'doctor', '--json'], {
    env: {
      PATH: process.env.PATH,
      KEYS_DIR: community.environment.keysDir,
      DATA_DIR: folder,
      DATABASE_URL: community.environment.get('DATABASE_URL')!,
      BASE_URL: 'https://community.test',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, findings: JSON.parse(said) as Finding[] };
}

/** A fault as it is planted, found, and taken away again. */
interface Fault {
  readonly check: string;
  readonly level: 'warning' | 'fault';
  /** Words of the sentence that names it. */
  readonly words: string;
  readonly sql?: string;
  readonly heal?: string;
  readonly variables?: () => Record<string, string>;
  readonly spell?: string;
}

const JOB = (more: string) => `INSERT INTO jobs_app._private_jobs (task_id, payload, ${more}`;
const TASK = `INSERT INTO jobs_app._private_tasks (identifier) VALUES ('test.hang') ON CONFLICT DO NOTHING`;
const HEAL_JOBS = `DELETE FROM jobs_app._private_jobs`;

const FAULTS: Record<string, Fault> = {
  'a database of another release': {
    ...{ check: 'schema', level: 'fault', words: 'run "kundig migrate" first' },
    sql: `UPDATE platform.migration SET name = 'x' || name WHERE name LIKE 'CreateFaq%'`,
    heal: `UPDATE platform.migration SET name = substr(name, 2) WHERE name LIKE 'xCreateFaq%'`,
  },
  'a role without a right': {
    ...{ check: 'rights', level: 'fault', words: 'kundig_app may not use forum.post' },
    sql: 'REVOKE INSERT ON forum.post FROM kundig_app',
    heal: 'GRANT INSERT ON forum.post TO kundig_app',
  },
  'a hole in the wall between the roles': {
    ...{ check: 'rights', level: 'fault', words: 'The wall between the roles has a hole' },
    sql: 'GRANT USAGE ON SCHEMA identity TO kundig_app',
    heal: 'REVOKE USAGE ON SCHEMA identity FROM kundig_app',
  },
  'keys of another community': {
    ...{ check: 'own keys', level: 'fault', words: 'not those of this database' },
    sql: `UPDATE platform.key_fingerprint SET fingerprint = reverse(fingerprint)`,
    heal: `UPDATE platform.key_fingerprint SET fingerprint = reverse(fingerprint)`,
  },
  'keys that others can read': {
    ...{ check: 'keys', level: 'fault', words: 'others can read it' },
    variables: () => ({ KEYS_DIR: openKeys() }),
  },
  'a folder of files that is none': {
    ...{ check: 'files', level: 'fault', words: 'is no folder' },
    variables: () => ({ DATA_DIR: dataWithoutFiles() }),
  },
  'a mail server that does not answer': {
    ...{ check: 'mail', level: 'fault', words: '127.0.0.1:1 does not take mails' },
    variables: () => ({ SMTP_URL: 'smtp://127.0.0.1:1' }),
  },
  'a search index that is behind': {
    ...{ check: 'search', level: 'warning', words: 'run "kundig search reindex"' },
    sql: 'CREATE TABLE kept AS TABLE search.document; DELETE FROM search.document',
    heal: 'INSERT INTO search.document SELECT * FROM kept; DROP TABLE kept',
  },
  'counters of boards that are wrong': {
    ...{ check: 'counters', level: 'warning', words: 'run "kundig forum recount"' },
    sql: 'UPDATE forum.board SET thread_count = thread_count + 1',
    heal: 'UPDATE forum.board SET thread_count = thread_count - 1',
  },
  'counters of kudos that are wrong': {
    ...{ check: 'counters', level: 'warning', words: 'run "kundig kudos recount"' },
    sql: 'INSERT INTO kudos.post_kudos (post_id, count) SELECT id, 3 FROM forum.post LIMIT 1',
    heal: 'DELETE FROM kudos.post_kudos',
  },
  'a clock that is wrong': {
    ...{ check: 'clock', level: 'fault', words: 'set the clocks' },
    spell: 'const now = Date.now; Date.now = () => now() + 600_000;',
  },
  'a disk that is nearly full': {
    ...{ check: 'disk', level: 'fault', words: 'make room now' },
    spell: `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
            fs.statfsSync = () => ({ bavail: 1, bsize: 4096 }); syncBuiltinESMExports();`,
  },
  'a job that hangs': {
    ...{ check: 'jobs', level: 'warning', words: '1 test.hang hang(s)' },
    sql: `${TASK}; ${JOB('locked_at, locked_by)')} SELECT id, '{}', now() - interval '2 hours', 'alive'
          FROM jobs_app._private_tasks WHERE identifier = 'test.hang'`,
    heal: HEAL_JOBS,
  },
  'a job that was given up': {
    ...{ check: 'jobs', level: 'warning', words: '1 test.hang given up' },
    sql: `${TASK}; ${JOB('attempts, max_attempts)')} SELECT id, '{}', 12, 12
          FROM jobs_app._private_tasks WHERE identifier = 'test.hang'`,
    heal: HEAL_JOBS,
  },
  'no worker': {
    ...{ check: 'worker', level: 'warning', words: 'no worker lives' },
    sql: `UPDATE jobs_app.heartbeat SET seen_at = seen_at - interval '2 hours'`,
    heal: `UPDATE jobs_app.heartbeat SET seen_at = seen_at + interval '2 hours'`,
  },
  'an address without TLS': {
    ...{ check: 'address', level: 'warning', words: 'is not protected' },
    variables: () => ({ BASE_URL: 'http://community.test' }),
  },
};

describe('the doctor', () => {
  it('finds nothing in a community that is well', async () => {
    const { code, findings } = await doctor();
    expect(findings.filter(({ level, check }) => level !== 'ok' && check !== 'disk')).toEqual([]);
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['counters', 'rights', 'jobs']),
    );
    expect(code).toBeLessThan(2); // the disk of the machine that tests may be small
  });

  it.each(Object.entries(FAULTS))('finds %s', async (_name, { check, level, words, ...planted }) => {
    if (planted.sql) await community.owner.query(planted.sql);
    try {
      const { code, findings } = await doctor(planted.variables?.(), planted.spell);
      expect(findings).toContainEqual({ check, level, text: expect.stringContaining(words) });
      expect(code).toBe(level === 'fault' ? 2 : 1);
    } finally {
      if (planted.heal) await community.owner.query(planted.heal);
    }
  });
});

function openKeys(): string {
  const copy = join(folder, 'open-keys');
  cpSync(community.environment.keysDir, copy, { recursive: true });
  chmodSync(join(copy, 'keys.json'), 0o644);
  return copy;
}

function dataWithoutFiles(): string {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'files'), '');
  return data;
}
