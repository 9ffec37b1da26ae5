import { statfsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { inRoot } from './paths.mjs';
import { Problem } from './problem.mjs';

const MEGABYTE = 1024 * 1024;
const DATABASE_TIMEOUT_MS = 5_000;

/**
 * @param {number} megabytes what the coming steps need
 * @throws Problem when the checkout's disk has less
 */
export function checkDisk(megabytes) {
  const { bavail, bsize } = statfsSync(inRoot());
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  if (free < megabytes) {
    throw new Problem(
      `The disk of ${inRoot()} is full (${free} MB free, ${megabytes} MB needed): make room, then try again.`,
    );
  }
}

function portSentence(code, host, port) {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken: end the program that has it, or choose another, such as PORT=${port + 1} npm start.`;
    case 'EACCES':
      return `This user may not listen on port ${port}: choose one above 1023, such as PORT=3000 npm start.`;
    default:
      return `HOST=${host} is no address of this machine (${code}): leave it out, or use 0.0.0.0 to be reachable from others.`;
  }
}

/**
 * Tries the port the community will listen on.
 * @throws Problem when it is taken, forbidden or no port at all
 */
export function checkPort({ PORT = '3000', HOST = 'localhost' } = process.env) {
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Problem(`PORT=${PORT} is no port: give a number from 1 to 65535.`);
  }
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code }) => reject(new Problem(portSentence(code, HOST, port))));
    probe.listen(port, HOST, () => probe.close(resolve));
  });
}

/** Host, port and socket folder of a connection address; never its password. */
function parseDatabaseUrl(address) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new Problem(
      'DATABASE_URL is no address of a PostgreSQL: write postgres://user:password@host:5432/database.',
    );
  }
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    name: `${url.hostname}:${url.port || 5432}${url.pathname}`,
  };
}

/**
 * Whether anything listens where `DATABASE_URL` points; needs no installed package, so that a wrong address shows at
 * once and not after a minute of installing.
 * @throws Problem when nothing does
 */
export async function checkDatabaseAnswers({ DATABASE_URL } = process.env) {
  if (!DATABASE_URL) return;
  const { host, port, name } = parseDatabaseUrl(DATABASE_URL);
  if (!host) return; // a socket folder: the login below finds out
  await new Promise((resolve, reject) => {
    const refuse = (reason) =>
      reject(
        new Problem(
          `The database at ${name} does not answer (${reason}): start it, correct DATABASE_URL, or leave it out to use the database that comes with Kundig.`,
        ),
      );
    const socket = connect({ host, port, timeout: DATABASE_TIMEOUT_MS }, () => resolve(socket.destroy()));
    socket.once('error', ({ code }) => refuse(code));
    socket.once('timeout', () => refuse(`silent for ${DATABASE_TIMEOUT_MS / 1000} s`) ?? socket.destroy());
  });
}

/**
 * Signs in to the database `DATABASE_URL` names.
 * @throws Problem when it refuses
 */
export async function checkDatabaseLogin({ DATABASE_URL } = process.env) {
  if (!DATABASE_URL) return;
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: DATABASE_URL,
    connectionTimeoutMillis: DATABASE_TIMEOUT_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { name } = parseDatabaseUrl(DATABASE_URL);
    throw new Problem(
      `The database at ${name} refuses us (${error.message}): correct user, password or name in DATABASE_URL.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
