import 'reflect-metadata';
import { Environment } from '@kundig/platform/server';
import { startCommunity } from './start.js';

const log = (line: string) => process.stdout.write(`${line}\n`);

try {
  await startCommunity(Environment.read(), { demo: process.argv.includes('--demo'), log });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.LOG_LEVEL === 'debug') console.error(error);
  process.exit(1);
}
