import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Home } from './home.js';
import { forgetSockets, socketFolder, socketHost } from './socket.js';

const homeOf = (server: string) => ({ server }) as Home;

describe('the socket of the embedded PostgreSQL', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kundig-socket-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is left out where its path would be longer than kernels take', () => {
    expect(socketFolder(homeOf('/srv/kundig/database'))).toBe('/srv/kundig/database');
    expect(socketFolder(homeOf(`/srv/${'x'.repeat(83)}`))).not.toBe('');
    expect(socketFolder(homeOf(`/srv/${'x'.repeat(84)}`))).toBe('');
    expect(socketFolder(homeOf(`/srv/${'ä'.repeat(42)}`))).toBe('');
  });

  it('is used at its own port only, and forgotten with its server', () => {
    writeFileSync(join(folder, '.s.PGSQL.5544'), '');
    expect(socketHost(homeOf(folder), 5544)).toBe(folder);
    expect(socketHost(homeOf(folder), 5545)).toBeUndefined();
    writeFileSync(join(folder, 'start.log'), '');
    forgetSockets(homeOf(folder));
    expect(readdirSync(folder)).toEqual(['start.log']);
  });
});
