// Lints the whole workspace, and proves on forbidden imports that the rules bite.
// Usage: node tools/lint.mjs [--fix]
import { spawnSync } from 'node:child_process';
import { ESLint } from 'eslint';
import { checkFixture } from './boundaries/check-fixture.mjs';
import { inRoot, root } from './lib/paths.mjs';

/** Without Nx's cached picture of the projects the boundary rule warns once and then lets everything pass. */
function cacheProjectGraph() {
  const nx = spawnSync(
    process.execPath,
    [inRoot('node_modules', 'nx', 'dist', 'bin', 'nx.js'), 'show', 'projects'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false' },
    },
  );
  if (nx.status !== 0) throw new Error(`Nx could not read the projects:\n${nx.stderr || nx.stdout}`);
}

process.env.NX_DAEMON = 'false';
cacheProjectGraph();
const fix = process.argv.includes('--fix');
const eslint = new ESLint({ cwd: root, fix, errorOnUnmatchedPattern: false });
const results = await eslint.lintFiles(['apps', 'libs', 'tests', 'tools', '*.mjs']);
if (fix) await ESLint.outputFixes(results);
const report = await (await eslint.loadFormatter('stylish')).format(results);
if (report) console.log(report);

const { total, misjudged } = await checkFixture();
for (const file of misjudged)
  console.log(`tools/boundaries/fixture/${file}: lint judges this example wrongly`);
console.log(
  `${results.length} files linted, ${total - misjudged.length} of ${total} boundary examples judged rightly`,
);
if (misjudged.length > 0 || results.some(({ errorCount, warningCount }) => errorCount + warningCount > 0)) {
  process.exitCode = 1;
}
