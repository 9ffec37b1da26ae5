import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, isInstalled } from './install.mjs';
import { inRoot } from './paths.mjs';
import { checkDatabaseAnswers, checkDatabaseLogin, checkDisk, checkPort } from './preflight.mjs';

/** 625 MB of packages, the build and a first database. */
const FIRST_START_MB = 1_000;
const LATER_START_MB = 200;

/**
 * Imports a built program into this process, so that there is one process to stop, and none to be left behind.
 * @param {string} name such as "api"
 */
export async function runBuilt(name) {
  process.env.NODE_ENV ??= 'production';
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(inRoot('dist', 'server', `${name}.js`)).href);
}

/** From a bare checkout to the running community. */
export async function startCommunity() {
  checkDisk(isInstalled() ? LATER_START_MB : FIRST_START_MB);
  await checkPort();
  await checkDatabaseAnswers();
  await ensureInstalled();
  await checkDatabaseLogin();
  await ensureBuilt();
  await runBuilt('api');
}
