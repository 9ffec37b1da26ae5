// Makes everything that `npm start` would make, and starts nothing. Usage: npm run build
import './lib/check-node.mjs';

const { launch } = await import('./lib/problem.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');

await launch(async () => {
  await ensureInstalled();
  await ensureBuilt();
});
