import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { greet, serverOfEnvironment, type MailServerInForce } from '@kundig/identity/server';
import { KeyRing, type Environment } from '@kundig/platform/server';
import { examine, type Finding } from './finding.js';

const OLDEST_NODE = [20, 19] as const;

/** Free space below which it is time to act, and below which PostgreSQL may stop half-way. */
const GIGABYTE = 1_000_000_000;
const LITTLE = 2 * GIGABYTE;
const TOO_LITTLE = 0.2 * GIGABYTE;

/** @param version such as `20.19.0`, that of this process unless a test says otherwise */
export const examineNode = (version: string = process.versions.node): Promise<Finding> =>
  examine('node', () => {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const [leastMajor, leastMinor] = OLDEST_NODE;
    const isKnown = major > leastMajor || (major === leastMajor && minor >= leastMinor);
    return isKnown
      ? ['ok', `Node ${version}`]
      : ['fault', `Node ${version} is too old: install ${OLDEST_NODE.join('.')} or later.`];
  });

/** Hosts that only this machine reaches. */
const OWN_MACHINE = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

/** People reach the site over TLS: without it their passwords are read on the way, and their sessions are not kept safe. */
export const examineAddress = ({
  baseUrl,
  isSecure,
}: Pick<Environment, 'baseUrl' | 'isSecure'>): Promise<Finding> =>
  examine('address', () => {
    if (isSecure) return ['ok', `people reach ${baseUrl} over TLS`];
    return OWN_MACHINE.test(new URL(baseUrl).hostname)
      ? ['ok', `${baseUrl} is of this machine alone`]
      : [
          'warning',
          `${baseUrl} is not protected: put a proxy with TLS in front, and https:// into BASE_URL.`,
        ];
  });

/** The folder of pictures and files can be read and written. */
export const examineFiles = (environment: Environment): Promise<Finding> =>
  examine('files', () => {
    if (environment.get('FILES_S3_BUCKET')) return ['ok', 'files lie in a bucket'];
    const folder = join(environment.dataDir, 'files');
    if (!existsSync(folder)) return ['ok', `none yet in ${folder}`];
    if (!statSync(folder).isDirectory()) return ['fault', `${folder} is no folder: move it away.`];
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return ['ok', `${folder} can be read and written`];
  });

/** The keys are whole and nobody but their owner can read them. */
export const examineKeys = ({ keysDir }: Environment): Promise<Finding> =>
  examine('keys', () => {
    const file = join(keysDir, 'keys.json');
    if (!existsSync(file)) return ['warning', `There are none in ${keysDir}; the first start makes them.`];
    const mode = statSync(file).mode & 0o777;
    if (mode & 0o077)
      return ['fault', `${file} has mode ${mode.toString(8)}: others can read it. Set it to 600.`];
    const { versions } = KeyRing.open(keysDir);
    return ['ok', `${versions.length} version(s) in ${keysDir}, readable by their owner only`];
  });

/** @param freeBytes on the disk of the folder; asked of the system unless a test says otherwise */
export const examineDisk = (
  { dataDir }: Pick<Environment, 'dataDir'>,
  freeBytes = freeBytesAt(dataDir),
): Promise<Finding> =>
  examine('disk', () => {
    const text = `${(freeBytes / GIGABYTE).toFixed(1)} GB free at ${dataDir}`;
    if (freeBytes < TOO_LITTLE) return ['fault', `${text}: make room now.`];
    return freeBytes < LITTLE ? ['warning', `${text}: make room soon.`] : ['ok', text];
  });

function freeBytesAt(folder: string): number {
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/**
 * Greets the mail server in force, with its name and password, and sends nothing.
 * @param entered what an administrator has entered, where that could be read; the environment wins over it
 */
export const examineMail = (
  environment: Environment,
  entered: MailServerInForce | null = null,
): Promise<Finding> =>
  examine('mail', async () => {
    const ofEnvironment = serverOfEnvironment(environment);
    const server = ofEnvironment ?? entered;
    if (!server) return ['ok', 'no mail server: mails wait until one is entered under Verwaltung, Mail'];
    const { connection } = server;
    const host = 'url' in connection ? new URL(connection.url).host : `${connection.host}:${connection.port}`;
    try {
      await greet(server);
      return ['ok', `${host} takes mails`];
    } catch (error) {
      const place = ofEnvironment ? 'SMTP_URL' : 'Verwaltung, Mail';
      return ['fault', `${host} does not take mails (${(error as Error).message}). Look at ${place}.`];
    }
  });
