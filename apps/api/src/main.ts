import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { announcer, Environment, operatorSentence } from '@kundig/platform/server';
import { startCommunity } from './start.js';

// Some 100 MB of a running community are its code and texts. V8 would let that grow threefold before it looks for what
// is no longer needed; looking at 1.7 times as much costs little time and saves half the memory (npm run bench).
setFlagsFromString('--heap-growing-percent=70');

try {
  const environment = Environment.read();
  const log = announcer(environment);
  await startCommunity(environment, { demo: process.argv.includes('--demo'), log });
} catch (error) {
  const sentence = operatorSentence(error);
  if (sentence) process.stderr.write(`${sentence}\n`);
  if (!sentence || process.env.LOG_LEVEL === 'debug') console.error(error);
  process.exit(1);
}
