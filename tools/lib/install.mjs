import { lstatSync, readFileSync } from 'node:fs';
import { runLogged } from './command.mjs';
import { inRoot } from './paths.mjs';
import { Problem } from './problem.mjs';
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

/**
 * Refuses packages that are linked from another checkout: npm empties the folder behind the link before it installs, and
 * so takes the other checkout's packages away.
 * @throws Problem that names the link
 */
export function refuseLinkedPackages(folder = inRoot()) {
  const packages = `${folder}/node_modules`;
  if (!lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new Problem(
    `${packages} is a link and does not hold what the lock file asks for: run npm ci where it leads, or remove the link.`,
  );
}

/** Installs exactly what the lock file says, unless it is there. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  refuseLinkedPackages();
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
