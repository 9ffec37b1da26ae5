// One table of all figures: npm run score [-- --only search]. Red where a figure of a finished issue misses or is missing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

const only = process.argv[process.argv.indexOf('--only') + 1];
const register = JSON.parse(readFileSync(inRoot('tools/score/register.json'), 'utf8'));
const latest = new Map();
if (existsSync(inRoot('reports')))
  for (const name of readdirSync(inRoot('reports')).filter((file) => file.endsWith('.jsonl')))
    for (const line of readFileSync(inRoot('reports', name), 'utf8').split('\n').filter(Boolean)) {
      const figure = JSON.parse(line);
      if ((latest.get(figure.figure)?.at ?? '') <= figure.at) latest.set(figure.figure, figure);
    }

const rows = register.figures.filter(
  ({ figure }) => !process.argv.includes('--only') || figure.startsWith(`${only}.`),
);
let red = 0;
for (const { figure, target, unit, atLeast, finished } of rows) {
  const measured = latest.get(figure);
  const met = measured && (atLeast ? measured.value >= target : measured.value <= target);
  const mark = met ? 'ok' : measured ? 'MISSED' : 'missing';
  if (finished && !met) red += 1;
  console.log(
    figure.padEnd(44),
    String(measured?.value ?? '-').padStart(10),
    unit.padEnd(11),
    `${atLeast ? '≥' : '≤'} ${target}`.padStart(8),
    mark.padStart(8),
    finished ? '' : '(owed)',
  );
}
console.log(`${rows.length} figures, ${red} red`);
process.exit(red > 0 ? 1 : 0);
