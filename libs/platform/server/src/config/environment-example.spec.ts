import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { environmentSchema } from './environment.js';

const SOURCE = readFileSync(join(import.meta.dirname, 'environment.ts'), 'utf8');
const EXAMPLE = join(import.meta.dirname, '../../../../../.env.example');

const HEAD = `# Settings of Kundig. Copy this file to .env, which "npm start" and "npx kundig" read, or set them in the environment.
# Those without a value have none unless you give one. A secret may lie in a file: NAME_FILE=/path instead of NAME=value.
`;

/** What the schema says of a variable, above its line. */
const wordsOn = (name: string): string | undefined =>
  new RegExp(`/\\*\\* ([^\\n]+) \\*/\\n  ${name}: `).exec(SOURCE)?.[1];

/** @returns the default as it is written in the environment */
function defaultOf(name: string): string {
  const value = environmentSchema.parse({})[name as keyof typeof environmentSchema.shape] ?? '';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return /\s/.test(String(value)) ? `"${value}"` : String(value);
}

it('.env.example names every setting with its default and what the code says of it', () => {
  const settings = Object.keys(environmentSchema.shape).map((name) =>
    [`# ${wordsOn(name)}`, `#${name}=${defaultOf(name)}`, ''].join('\n'),
  );
  expect(readFileSync(EXAMPLE, 'utf8')).toBe([HEAD, ...settings].join('\n'));
});
