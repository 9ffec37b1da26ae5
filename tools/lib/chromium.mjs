import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first needs a fourth of the time for opening a window, of which the tests open hundreds. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
/** Debian's packages; the first is in Debian alone. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];
const FIXED_PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/snap/bin/chromium'];

/** Nothing that phones home or waits for hardware; without the sandbox root could not start it at all. */
export const CHROMIUM_SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The browser for end-to-end tests: `CHROMIUM_PATH`, or the first Chromium or Chrome of this machine.
 * @returns {string | undefined} absolute path of the program
 */
export function findChromium({ PATH = '', CHROMIUM_PATH } = process.env) {
  const folders = PATH.split(delimiter).filter(Boolean);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [CHROMIUM_PATH, ...found, ...FIXED_PLACES].find((file) => file && isProgram(file));
}

/**
 * Finds a browser, or, as root on Debian and its kin, installs the distribution's package.
 * @returns {string | undefined} absolute path of the program; undefined when there is none and none can be installed
 */
export function provideChromium() {
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  if (!findChromium() && process.getuid?.() === 0) {
    apt('update');
    for (const name of PACKAGES) {
      if (!findChromium()) apt('install', '-y', '--no-install-recommends', name);
    }
  }
  return findChromium();
}

/** What to tell a person whose machine has no browser. */
export const NO_CHROMIUM =
  'No Chromium or Chrome was found: install one (on Debian "sudo apt-get install chromium") or name it in CHROMIUM_PATH.';
