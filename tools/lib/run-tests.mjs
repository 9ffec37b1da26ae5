import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { NO_CHROMIUM, provideChromium } from './chromium.mjs';
import { nodeProgram, run } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot } from './paths.mjs';
import { Problem } from './problem.mjs';
import { seconds } from './progress.mjs';

/** @typedef {{ passed: number, failed: number, output?: string }} Outcome `output` is shown when something failed. */

const judged = (ok, output = '') => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, output });

async function program(...args) {
  const { code, output } = await run(process.execPath, args);
  return judged(code === 0, output);
}

async function types() {
  const typescript = nodeProgram('typescript', 'bin', 'tsc');
  const outcomes = [];
  for (const side of ['server', 'web', 'rules'])
    outcomes.push(await program(...typescript, '-p', `tsconfig.${side}.json`));
  return judged(
    outcomes.every(({ failed }) => failed === 0),
    outcomes.flatMap(({ output }) => output || []).join('\n'),
  );
}

/** @param {Parameters<typeof ensureBuilt>[0]} [targets] */
async function build(targets) {
  try {
    await ensureBuilt(targets);
    return judged(true);
  } catch (error) {
    if (error instanceof Problem) return judged(false, error.message);
    throw error;
  }
}

/** Test files that could not even be loaded hold no test that failed, and count as one each. */
function countJest(report, code) {
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

const jest =
  (name, projects, environment = {}, paths = [], hear = undefined) =>
  async () => {
    const file = inRoot('reports', 'test', `${name}.json`);
    mkdirSync(inRoot('reports', 'test'), { recursive: true });
    rmSync(file, { force: true });
    const { code, output } = await run(
      process.execPath,
      [
        ...['--experimental-vm-modules', '--no-warnings', ...nodeProgram('jest', 'bin', 'jest.js')],
        // A connection that a test left open must not keep a finished run waiting for ever.
        ...[
          '--ci',
          '--forceExit',
          '--passWithNoTests',
          '--json',
          '--outputFile',
          file,
          '--selectProjects',
          ...projects,
          ...paths.flatMap((path) => ['--testPathPatterns', path]),
        ],
      ],
      { env: { ...process.env, ...environment }, hear },
    );
    try {
      return { ...countJest(JSON.parse(readFileSync(file, 'utf8')), code), output };
    } catch {
      return judged(code === 0, output); // no report: nothing to run, or Jest itself failed
    }
  };

const inChromium =
  (...tests) =>
  () =>
    provideChromium() ? jest(...tests)() : judged(false, NO_CHROMIUM);

/** In this order: what fails fast comes first. */
const steps = ({ securitySize, seed }) => ({
  operations: { label: 'Typed operations', work: () => build(['operations']) }, // types and component tests read them
  lint: { label: 'Lint and boundaries', work: () => program(inRoot('tools', 'lint.mjs')) },
  types: { label: 'Types', work: types, after: ['operations'] },
  unit: {
    label: 'Unit and component tests',
    work: jest('unit', ['unit', 'component']),
    after: ['operations'],
  },
  build: { label: 'Build', work: () => build() },
  integration: { label: 'Integration tests', work: jest('integration', ['integration']) },
  contract: { label: 'Contract tests', work: jest('contract', ['contract']) },
  security: {
    label: 'Security tests',
    work: jest('security', ['security'], { SECURITY_SIZE: securitySize }),
  },
  e2e: { label: 'End-to-end tests', work: inChromium('e2e', ['e2e']), after: ['build'] },
  attacks: {
    label: 'Attack strings in Chromium',
    work: inChromium('attacks', ['e2e'], { SECURITY_SIZE: securitySize }, ['attack-strings']),
    after: ['build'],
    onlyWhenNamed: true, // the end-to-end tests hold them in their small size
  },
  games: {
    label: 'Games of anonymity, a night long',
    work: () => {
      console.log(`Seed ${seed}: -- --seed ${seed} goes on where these games end, and plays no round again.`);
      const tell = (line) => / scenarios, /.test(line) && console.log(line);
      return jest('games', ['security'], { GAMES_SEED: seed }, ['security/anonymity'], tell)();
    },
    after: ['build'],
    onlyWhenNamed: true, // the security tests hold them in their small size
  },
});

async function runStep({ label, work }) {
  const from = performance.now();
  const outcome = await work();
  const time = seconds(performance.now() - from);
  console.log(
    `${outcome.failed ? '✗' : '✓'} ${label}: ${outcome.passed} passed, ${outcome.failed} failed, ${time}`,
  );
  if (outcome.failed) console.log(outcome.output?.trimEnd());
  return outcome;
}

/**
 * Runs the named steps, or all that are not for being named only, with the security tests in their small size.
 * @param {string[]} args step names, `--push`, which chooses that small size, and `--seed NAME` of a night's games
 * @throws Problem for a step that does not exist
 */
export async function runTests(args) {
  const { positionals: wanted, values } = parseArgs({
    ...{ args, allowPositionals: true },
    options: { push: { type: 'boolean' }, seed: { type: 'string' } },
  });
  const seed = values.seed ?? `n${Date.now().toString(36)}`;
  if (!/^[a-z0-9]{1,12}$/.test(seed)) throw new Problem('A seed is one to twelve small letters and digits.');
  const all = steps({ securitySize: values.push || wanted.length === 0 ? 'push' : 'full', seed });
  const unknown = wanted.find((name) => !all[name]);
  if (unknown)
    throw new Problem(`There is no step "${unknown}": choose from ${Object.keys(all).join(', ')}.`);

  const needed = new Set(wanted.flatMap((name) => [...(all[name].after ?? []), name]));
  await ensureInstalled();
  const total = { passed: 0, failed: 0 };
  for (const name of Object.keys(all)) {
    if (wanted.length > 0 ? !needed.has(name) : all[name].onlyWhenNamed) continue;
    const { passed, failed } = await runStep(all[name]);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}
