import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { inRoot } from '../lib/paths.mjs';

const folder = join(import.meta.dirname, 'fixture');
const HEADER = /^\/\/ at: (?<place>\S+) \| refused by: (?<rule>\S+)\n/;

/** Whether lint says what the example wants said: its rule complains as an error, or, for "nothing", none does. */
function asExpected(messages, rule) {
  if (rule === 'nothing') return messages.length === 0;
  return messages.some(({ ruleId, severity }) => ruleId === rule && severity === 2);
}

/**
 * Lints every example of the fixture as if it lay where it pretends to.
 * @returns {Promise<{ total: number, misjudged: string[] }>} `misjudged` names the files lint judges wrongly
 */
export async function checkFixture() {
  const eslint = new ESLint({ cwd: inRoot(), ignore: false });
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const misjudged = [];
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    const { place, rule } = HEADER.exec(text).groups;
    const [{ messages }] = await eslint.lintText(text, { filePath: inRoot(place) });
    if (!asExpected(messages, rule)) misjudged.push(file);
  }
  return { total: files.length, misjudged };
}
