// Installs what is missing, builds what changed, and runs the community until Ctrl-C.
// Usage: npm start [-- --demo]      environment: PORT HOST BASE_URL DATA_DIR KEYS_DIR DATABASE_URL MEILI_URL SMTP_URL, or a file .env
import './lib/check-node.mjs';

await import('./lib/load-settings.mjs');
const { launch } = await import('./lib/problem.mjs');
const { startCommunity } = await import('./lib/start-community.mjs');
await launch(startCommunity);
