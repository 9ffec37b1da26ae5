#!/usr/bin/env node
// The command line of the community; builds it first when needed. Usage: npx kundig --help
import './lib/check-node.mjs';

await import('./lib/load-settings.mjs');
const { launch } = await import('./lib/problem.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');
const { runBuilt } = await import('./lib/start-community.mjs');

await launch(async () => {
  await ensureInstalled();
  await ensureBuilt(['server']);
  await runBuilt('kundig');
});
