import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from './home.js';

/** What PostgreSQL calls its socket at a port. */
const PREFIX = '.s.PGSQL.';
/** The kernels' limit, with room for their closing zero: 104 bytes on macOS, 108 on Linux. */
const LONGEST_PATH_BYTES = 103;
const LONGEST_PORT = '65535';

const socketAt = (folder: string, port: number | string) => join(folder, `${PREFIX}${port}`);

/**
 * Where the server listens beside its port: a socket costs both sides half of what a loopback connection does, which is
 * a tenth of what a write needs. The folder is the database user's own, so nobody else can pose as the server.
 * @returns an empty text where there are no such sockets, or the path would be too long for one
 */
export function socketFolder({ server }: Home): string {
  const fits = Buffer.byteLength(socketAt(server, LONGEST_PORT)) <= LONGEST_PATH_BYTES;
  return fits && process.platform !== 'win32' ? server : '';
}

/** @returns the folder of the socket of the server at this port; nothing where it has none */
export function socketHost({ server }: Home, port: number): string | undefined {
  return existsSync(socketAt(server, port)) ? server : undefined;
}

/** Removes the sockets of servers that were killed: one of them could be taken for that of a server at the same port. */
export function forgetSockets({ server }: Home): void {
  for (const name of readdirSync(server)) if (name.startsWith(PREFIX)) rmSync(join(server, name));
}
