import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { inRoot } from './paths.mjs';
import { Problem } from './problem.mjs';
import { seconds } from './progress.mjs';

/** The newest line with long support, and the oldest Node we promise; what differs most from a developer's machine first. */
const NODES = ['24', '20.19.0'];
const DEFAULT_STEPS = ['unit', 'integration', 'contract', 'security', '--push'];
const START_TIMEOUT_MS = 10 * 60_000;
const POLL_MS = 250;
/** The account that every Linux has and that owns nothing. */
const ORDINARY = { name: 'an ordinary user', uid: 65_534, gid: 65_534 };

const users = () => (process.getuid?.() === 0 ? [ORDINARY, { name: 'root' }] : [{ name: 'this user' }]);

function npmProgram() {
  const { npm_execpath: npm } = process.env;
  if (!npm?.endsWith('.js')) throw new Problem('Start the matrix by npm: npm run test:matrix.');
  return npm;
}

/** Fetches a Node from the `node` package; every user may run it. */
function fetchNode(version, folder) {
  const place = join(folder, `node-${version}`);
  mkdirSync(place);
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      npmProgram(),
      'install',
      '--prefix',
      place,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--foreground-scripts',
      `node@${version}`,
    ],
    { encoding: 'utf8', cwd: place },
  );
  const program = join(place, 'node_modules', 'node', 'bin', 'node');
  if (status !== 0 || !existsSync(program))
    throw new Problem(`Node ${version} could not be fetched: ${stderr.trim()}`);
  return program;
}

function clone(folder, user) {
  const checkout = join(folder, 'checkout');
  const git = spawnSync('git', ['clone', '--quiet', '--no-hardlinks', inRoot(), checkout], {
    encoding: 'utf8',
  });
  if (git.status !== 0) throw new Problem(`The checkout could not be cloned: ${git.stderr.trim()}`);
  for (const name of ['home', 'cache', 'tmp']) mkdirSync(join(folder, name));
  if (user.uid !== undefined) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
  return checkout;
}

/** What npm tells its scripts about this checkout and this user, none of which holds in a cell. Proxy, certificates and registry do. */
const OF_THIS_RUN =
  /^(INIT_CWD|DATABASE_URL|DATA_DIR|KEYS_DIR|npm_(lifecycle|package|command)|npm_config_(\w*prefix|userconfig|cache|init_module))/;

/** A cell of the matrix: one Node, one user, one clone. */
function prepareCell(folder, version, program, user) {
  const place = mkdtempSync(join(folder, 'cell-'));
  chmodSync(place, 0o755);
  const checkout = clone(place, user);
  const environment = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_THIS_RUN.test(name))),
    PATH: [dirname(program), process.env.PATH].join(delimiter),
    HOME: join(place, 'home'),
    TMPDIR: join(place, 'tmp'),
    npm_config_cache: join(place, 'cache'),
    npm_config_userconfig: join(place, 'home', '.npmrc'),
  };
  const npm = (...args) =>
    spawn(program, [npmProgram(), ...args], {
      ...{ uid: user.uid, gid: user.gid, cwd: checkout, detached: true },
      ...{ env: environment, stdio: ['ignore', 'pipe', 'pipe'] },
    });
  return { name: `Node ${version} as ${user.name}`, place, checkout, environment, npm };
}

function outcomeOf(child) {
  return new Promise((resolve) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-20_000)));
    }
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** Whether a database of this checkout is still running: a start that was stopped must leave none. */
function databaseLeft(checkout) {
  const file = join(checkout, 'data', 'database', 'cluster', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}

/** `npm start` until a page comes, then Ctrl-C. */
async function provesStart(cell) {
  const port = await freePort();
  Object.assign(cell.environment, { PORT: String(port), HOST: '127.0.0.1' });
  const child = cell.npm('start');
  let ended = false;
  const outcome = outcomeOf(child).finally(() => (ended = true));
  const deadline = Date.now() + START_TIMEOUT_MS;
  let served = false;
  while (!served && !ended && Date.now() < deadline) {
    served = await fetch(`http://127.0.0.1:${port}/`).then(
      ({ status }) => status < 500,
      () => false,
    );
    if (!served) await pause(POLL_MS);
  }
  if (!ended) process.kill(-child.pid, served ? 'SIGINT' : 'SIGKILL');
  const { output } = await outcome;
  const left = databaseLeft(cell.checkout);
  if (served && !left) return { ok: true, output };
  return {
    ok: false,
    output: `${output}\n${served ? `database ${left} was left running` : 'no page was served'}`,
  };
}

async function provesTests(cell, steps) {
  const { code, output } = await outcomeOf(cell.npm('test', '--', ...steps));
  return { ok: code === 0, output };
}

async function proveCell(cell, steps) {
  const results = [];
  for (const [what, prove] of [
    ['npm start', () => provesStart(cell)],
    [`npm test -- ${steps.join(' ')}`, () => provesTests(cell, steps)],
  ]) {
    const from = performance.now();
    const { ok, output } = await prove();
    const last = output.trimEnd().split('\n').at(-1);
    console.log(`${ok ? '✓' : '✗'} ${cell.name}: ${what}, ${seconds(performance.now() - from)} (${last})`);
    if (!ok) console.log(output.trimEnd());
    results.push(ok);
  }
  return results;
}

/**
 * Runs every cell one after another; each is removed when done.
 * @param {string[]} steps names of steps of `npm test`
 */
export async function runMatrix(steps) {
  const folder = mkdtempSync(join(tmpdir(), 'kundig-matrix-'));
  chmodSync(folder, 0o755); // the ordinary user passes through
  const results = [];
  try {
    for (const version of NODES) {
      const program = fetchNode(version, folder);
      for (const user of users()) {
        const cell = prepareCell(folder, version, program, user);
        results.push(...(await proveCell(cell, steps.length > 0 ? steps : DEFAULT_STEPS)));
        rmSync(cell.place, { recursive: true, force: true });
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (users().length === 1)
    console.log('Not proven: root beside an ordinary user. Run this as root for both.');
  const passed = results.filter(Boolean).length;
  console.log(`${passed} passed, ${results.length - passed} failed`);
  process.exitCode = passed === results.length ? 0 : 1;
}
