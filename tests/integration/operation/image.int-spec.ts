import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { commandOf, last, stagesOf } from '../../support/dockerfile.js';
import { eventually } from '../../support/eventually.js';
import { freePort } from '../../support/free-port.js';

jest.setTimeout(180_000);

const ROOT = resolve(import.meta.dirname, '../../..');
const DEADLINE_MS = 60_000;

const stage = stagesOf(readFileSync(join(ROOT, 'docker/Dockerfile'), 'utf8')).at(-1)!;
const compose = readFileSync(join(ROOT, 'docker/compose.yaml'), 'utf8');

/** The command of a service, `dist/server/kundig.js migrate`. */
const commandNaming = (program: string) =>
  commandOf(
    [...compose.matchAll(/command: (\[.*\])/g)]
      .map(([, list]) => list!)
      .find((list) => list.includes(program))!,
  );

let image: string;
let database: string;
let environment: Record<string, string>;
const running: ChildProcess[] = [];

/** Lays out a folder as the image would be, and an empty PostgreSQL database like that of its neighbour. */
beforeAll(async () => {
  image = mkdtempSync(join(tmpdir(), 'kundig-image-'));
  for (const { rest } of stage.filter(({ word }) => word === 'COPY')) copyInto(image, rest.split(' '));
  database = `image_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${database}`);
  const url = new URL(process.env.TEST_DATABASE_URL!);
  url.pathname = database;
  const port = await freePort();
  environment = {
    ...Object.fromEntries(
      [...last(stage, 'ENV')!.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name!, value!]),
    ),
    ...{ HOST: '127.0.0.1', PORT: port, DATA_DIR: join(image, 'data'), KEYS_DIR: process.env.KEYS_DIR! },
    ...{ BASE_URL: `http://127.0.0.1:${port}`, DATABASE_URL: url.href, EMBEDDED_WORKER: 'off' },
    PATH: process.env.PATH!,
  };
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  if (database) await onServer(`DROP DATABASE ${database} WITH (FORCE)`);
  if (image) rmSync(image, { recursive: true, force: true });
});

it('the commands of the image make a database ready, serve readers, work on jobs, and end', async () => {
  const early = start(commandOf(last(stage, 'CMD')!));
  expect(await early.ended).toBe(1);
  expect(early.said()).toContain('run "kundig migrate" first');

  for (const _ of ['first', 'again']) expect(await start(commandNaming('kundig.js')).ended).toBe(0);

  const healthCheck = commandOf(last(stage, 'HEALTHCHECK')!);
  expect(await start(healthCheck).ended).toBe(1);
  const web = start(commandOf(last(stage, 'CMD')!));
  await eventually('the web process', () => web.said().includes('Kundig runs at') || undefined, DEADLINE_MS);
  expect(await start(healthCheck).ended).toBe(0);
  const page = await fetch(`${environment.BASE_URL}/imprint`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<h1');

  const worker = start(commandNaming('worker.js'));
  await eventually(
    'the worker',
    () => worker.said().includes('Kundig works on jobs') || undefined,
    DEADLINE_MS,
  );
  for (const program of [web, worker]) {
    program.child.kill(last(stage, 'STOPSIGNAL') as NodeJS.Signals);
    expect(await program.ended).toBe(0);
  }
  for (const line of web.said().trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('level');
});

/** Runs a command of the image, with its settings and nothing else. */
function start([program, ...args]: string[]) {
  const child = spawn(program!, args, { cwd: image, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (words += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, ended, said: () => words };
}

/** Packages are linked: that the product needs none for development is the contract test's matter. */
function copyInto(folder: string, [from = '', ...paths]: string[]): void {
  const sources = paths.slice(0, -1).map((path) => path.replace('/app/', ''));
  const target = paths.at(-1)!;
  if (from === '--from=packages') return symlinkSync(join(ROOT, 'node_modules'), join(folder, target));
  for (const source of sources) {
    const place = join(folder, target.startsWith('./') ? source : target);
    mkdirSync(dirname(place), { recursive: true });
    cpSync(join(ROOT, source), place, { recursive: true });
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
