// Everything CI runs, from what the repository holds alone. The last line reads "N passed, N failed".
// Usage: npm test [-- STEP …] [-- --push] [-- --seed NAME]      steps: operations lint types unit build integration contract security e2e attacks games
import './lib/check-node.mjs';

const { launch } = await import('./lib/problem.mjs');
const { runTests } = await import('./lib/run-tests.mjs');
await launch(() => runTests(process.argv.slice(2)));
