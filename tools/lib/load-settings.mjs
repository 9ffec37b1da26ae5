import { existsSync } from 'node:fs';
import { inRoot } from './paths.mjs';

// Imported before anything that reads a setting. What the environment says already wins.
const file = inRoot('.env');
if (existsSync(file)) process.loadEnvFile(file);
