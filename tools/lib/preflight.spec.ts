import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { checkDatabaseAnswers, checkDisk, checkPort } from './preflight.mjs';

async function withListener(work: (port: number) => Promise<unknown>) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  await work((server.address() as AddressInfo).port);
  server.close();
  await once(server, 'close');
}

describe('checkPort', () => {
  it('names a taken port and shows how to choose another', () =>
    withListener(async (port) => {
      await expect(checkPort({ PORT: String(port), HOST: '127.0.0.1' })).rejects.toThrow(
        new RegExp(`^Port ${port} is taken: .* PORT=${port + 1} npm start\\.$`),
      );
    }));

  it.each(['abc', '0', '65536', '80.5'])('refuses PORT=%s', async (PORT) => {
    await expect(async () => checkPort({ PORT })).rejects.toThrow(/is no port/);
  });

  it('refuses an address of another machine', async () => {
    await expect(checkPort({ PORT: '3999', HOST: '192.0.2.1' })).rejects.toThrow(
      /no address of this machine/,
    );
  });
});

describe('checkDatabaseAnswers', () => {
  it('is content without DATABASE_URL and where something listens', async () => {
    await checkDatabaseAnswers({});
    await withListener((port) =>
      checkDatabaseAnswers({ DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/c` }),
    );
  });

  it('says where nothing answers, and never the password', async () => {
    let port = 0;
    await withListener(async (listening) => void (port = listening));
    const refused = checkDatabaseAnswers({ DATABASE_URL: `postgres://a:hush@127.0.0.1:${port}/c` });
    await expect(refused).rejects.toThrow(
      `The database at 127.0.0.1:${port}/c does not answer (ECONNREFUSED)`,
    );
    await expect(refused).rejects.not.toThrow(/hush/);
  });

  it('refuses what is no address', async () => {
    await expect(checkDatabaseAnswers({ DATABASE_URL: 'mysql://a:hush@b/c' })).rejects.toThrow(
      /no address of a PostgreSQL/,
    );
  });
});

describe('checkDisk', () => {
  it('says how much is free and how much is needed', () => {
    expect(() => checkDisk(0)).not.toThrow();
    expect(() => checkDisk(Number.MAX_SAFE_INTEGER)).toThrow(/is full \(\d+ MB free, \d+ MB needed\)/);
  });
});

describe('npm start', () => {
  it('ends with one sentence and exit code 1 on a problem', () => {
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, '..', 'start.mjs')],
      {
        encoding: 'utf8',
        env: { ...process.env, PORT: 'three' },
      },
    );
    expect({ status, stdout, stderr: stderr.trim() }).toEqual({
      status: 1,
      stdout: '',
      stderr: 'PORT=three is no port: give a number from 1 to 65535.',
    });
  });
});
