import { appendFileSync, mkdirSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

/**
 * Writes one measured figure to `reports/<suite>.jsonl`.
 * @param {string} suite
 * @param {string} figure name as in the register
 * @param {number} value
 * @param {string} unit
 * @param {number} [target] the value is good up to it; without one it is reported only
 * @param {{ atLeast?: boolean }} [options] `atLeast`: the value is good from the target on
 */
export function report(suite, figure, value, unit, target, { atLeast = false } = {}) {
  mkdirSync(inRoot('reports'), { recursive: true });
  const ok = target === undefined || (atLeast ? value >= target : value <= target);
  const command = [
    'npm run',
    process.env.npm_lifecycle_event ?? suite,
    ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : []),
  ].join(' ');
  const line = {
    figure,
    value: Number(value.toFixed(3)),
    unit,
    target,
    ok,
    command,
    at: new Date().toISOString(),
  };
  appendFileSync(inRoot('reports', `${suite}.jsonl`), `${JSON.stringify(line)}\n`);
}
