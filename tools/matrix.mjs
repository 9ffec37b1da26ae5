// Proves that start and tests work on every supported Node, as root and as an ordinary user, each from a clone of HEAD.
// Usage: npm run test:matrix [-- STEP …]      steps of `npm test`; left out: unit integration contract security
import './lib/check-node.mjs';

const { launch } = await import('./lib/problem.mjs');
const { runMatrix } = await import('./lib/run-matrix.mjs');
await launch(() => runMatrix(process.argv.slice(2)));
