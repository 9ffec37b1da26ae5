import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeProgram, runLogged } from './command.mjs';
import { inRoot } from './paths.mjs';
import { step } from './progress.mjs';

const production = { ...process.env, NODE_ENV: 'production' };

/** What is made, from which sources, in the order of making. `proof` exists when it was made. */
const TARGETS = [
  {
    name: 'operations',
    label: 'Generating typed operations',
    sources: ['libs/api-contract', 'libs/web-kit', 'apps/web', ...sides('web')],
    proof: 'libs/api-contract/src/generated/graphql.ts',
    commands: [
      [
        ...nodeProgram('@graphql-codegen', 'cli', 'esm', 'bin.js'),
        '--config',
        'libs/api-contract/codegen.ts',
      ],
    ],
  },
  {
    name: 'web',
    label: 'Building the pages',
    sources: ['libs/api-contract', 'libs/web-kit', 'apps/web', ...sides('web'), ...sides('rules')],
    proof: 'dist/web/persisted-documents.json',
    commands: [['apps/web/build.mjs']],
  },
  {
    name: 'server',
    label: 'Building the server',
    sources: ['apps/api', 'apps/worker', 'apps/cli', ...sides('server'), ...sides('rules')],
    proof: 'dist/server/api.js',
    commands: [[...nodeProgram('vite', 'bin', 'vite.js'), 'build', '-c', 'apps/api/vite.config.ts']],
  },
];
const SHARED_SOURCES = ['package-lock.json', 'tsconfig.base.json'];

function sides(side) {
  return readdirSync(inRoot('libs')).map((domain) => `libs/${domain}/${side}`);
}

function filesBelow(path) {
  const status = statSync(inRoot(path), { throwIfNoEntry: false });
  if (!status) return [];
  if (status.isFile()) return [`${path}:${status.size}:${status.mtimeMs}`];
  return readdirSync(inRoot(path))
    .filter((name) => name !== 'generated' && name !== 'node_modules')
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** Changes whenever a source changes, appears or goes. */
function fingerprint({ sources, commands }) {
  const facts = [...SHARED_SOURCES, ...sources].flatMap(filesBelow);
  return createHash('sha256')
    .update(JSON.stringify([commands, facts]))
    .digest('hex');
}

const stampOf = ({ name }) => inRoot('.cache', 'built', name);

function isCurrent(target) {
  const stamp = stampOf(target);
  return (
    existsSync(inRoot(target.proof)) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint(target)
  );
}

async function make(target) {
  const made = fingerprint(target); // taken before, so that an edit during the build is built next time
  await step(target.label, async () => {
    for (const command of target.commands) {
      await runLogged(`build-${target.name}`, `${target.label} failed.`, process.execPath, command, {
        env: production,
      });
    }
  });
  mkdirSync(inRoot('.cache', 'built'), { recursive: true });
  writeFileSync(stampOf(target), made);
}

/**
 * Makes what is missing or older than its sources.
 * @param {('operations' | 'web' | 'server')[]} [names] all when left out
 */
export async function ensureBuilt(names = TARGETS.map(({ name }) => name)) {
  for (const target of TARGETS) {
    if (names.includes(target.name) && !isCurrent(target)) await make(target);
  }
}
