import { readFileSync } from 'node:fs';
import { runLogged } from './command.mjs';
import { inRoot } from './paths.mjs';
import { step } from './progress.mjs';

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/**
 * Whether every package of the lock file is installed in its version. Compares npm's own record instead of times, which
 * a checkout or a copy changes. Optional packages may be absent: they are made for other systems.
 */
export function isInstalled(folder = inRoot()) {
  const wanted = packagesOf(`${folder}/package-lock.json`);
  const present = packagesOf(`${folder}/node_modules/.package-lock.json`);
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, optional, peer, link }]) => {
    if (!path.startsWith('node_modules/') || link) return true;
    return present[path] ? present[path].version === version : Boolean(optional || peer);
  });
}

function explain(output) {
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(output)) {
    return 'The package registry does not answer: check the network and the proxy of this machine, then try again.';
  }
  if (/EACCES|EPERM/.test(output)) {
    return `This user may not write ${inRoot('node_modules')}: start as the user who owns the checkout.`;
  }
  return undefined;
}

/** The npm that started us, or the one beside this Node. */
function npm() {
  const { npm_execpath: own } = process.env;
  if (own?.endsWith('.js')) return { program: process.execPath, first: [own], shell: false };
  return { program: 'npm', first: [], shell: process.platform === 'win32' };
}

/** Installs exactly what the lock file says, unless it is there. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const { program, first, shell } = npm();
  await step('Installing packages', () =>
    runLogged(
      'install',
      'The packages could not be installed.',
      program,
      [...first, 'ci', '--include=dev', '--no-audit', '--no-fund'],
      { shell },
      explain,
    ),
  );
}
