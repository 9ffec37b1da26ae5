import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { stripVTControlCharacters } from 'node:util';
import { inRoot, root } from './paths.mjs';
import { Problem } from './problem.mjs';

const LAST_LINES = 40;

/**
 * Runs a program of the checkout and keeps its output.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, hear?: (line: string) => void }} [options] `hear` is told each line of
 * its output as it comes
 * @returns {Promise<{ code: number, output: string }>} never rejects for a program that failed
 */
export function run(program, args, { env = process.env, shell = false, hear } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => chunks.push(chunk));
      if (hear) createInterface(stream).on('line', hear);
    }
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code, signal) => {
      const output = stripVTControlCharacters(Buffer.concat(chunks).toString('utf8')); // some colour their output unasked
      resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output });
    });
  });
}

/**
 * Runs a program whose output nobody needs while it works.
 * @param {string} name of the log file below `.cache`
 * @param {string} failure what to say first when it fails
 * @param {(output: string) => string | undefined} [explain] a better sentence for output it understands
 * @throws Problem with the last lines of the output and the log's place
 */
export async function runLogged(name, failure, program, args, options, explain = () => undefined) {
  const { code, output } = await run(program, args, options);
  const log = inRoot('.cache', `${name}.log`);
  mkdirSync(inRoot('.cache'), { recursive: true });
  await finished(createWriteStream(log).end(output)).catch(() => undefined); // on a full disk the sentence matters more
  if (code === 0) return;
  const told = /ENOSPC|no space left/i.test(output)
    ? 'The disk is full: make room, then try again.'
    : explain(output);
  const lines = output.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
  throw new Problem(told ?? `${failure} The end of its output (all of it in ${log}):\n${lines}`);
}

/** Arguments that run a program of node_modules under this very Node. */
export const nodeProgram = (...path) => [inRoot('node_modules', ...path)];
