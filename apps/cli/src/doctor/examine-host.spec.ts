import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Environment, KeyRing } from '@kundig/platform/server';
import { examineDisk, examineKeys, examineMail, examineNode } from './examine-host.js';
import { examine, worst } from './finding.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kundig-doctor-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const environment = (variables: Record<string, string> = {}) =>
  Environment.read({
    KEYS_DIR: join(folder, 'keys'),
    DATA_DIR: join(folder, 'data', 'deeper'),
    ...variables,
  });

describe('the doctor', () => {
  it.each([
    ['20.18.9', 'fault'],
    ['18.99.0', 'fault'],
    ['20.19.0', 'ok'],
    ['24.0.0', 'ok'],
  ])('knows Node %s as %s', async (version, level) => {
    expect((await examineNode(version)).level).toBe(level);
  });

  it.each([
    [199_000_000, 'fault'],
    [1_900_000_000, 'warning'],
    [2_100_000_000, 'ok'],
  ])('calls %d free bytes %s', async (bytes, level) => {
    expect((await examineDisk(environment(), bytes)).level).toBe(level);
  });

  it('looks at the disk of a folder that is not there yet', async () => {
    expect((await examineDisk(environment())).text).toMatch(/^[\d.]+ GB free at /);
  });

  it('finds keys that are missing, open to others, or damaged', async () => {
    expect((await examineKeys(environment())).level).toBe('warning');
    const { keysDir } = environment();
    KeyRing.open(keysDir);
    expect((await examineKeys(environment())).level).toBe('ok');
    await chmod(join(keysDir, 'keys.json'), 0o640);
    expect(await examineKeys(environment())).toMatchObject({
      level: 'fault',
      text: expect.stringContaining('640'),
    });
  });

  it('says which mail server does not answer, without its password', async () => {
    expect((await examineMail(environment())).level).toBe('ok');
    const finding = await examineMail(environment({ SMTP_URL: 'smtp://anna:geheim@127.0.0.1:1' }));
    expect(finding).toMatchObject({ level: 'fault', text: expect.stringContaining('127.0.0.1:1') });
    expect(finding.text).not.toContain('geheim');
    const entered = {
      connection: {
        ...{ host: '127.0.0.1', port: 1, secure: false, requireTLS: true, ignoreTLS: false },
        auth: { user: 'anna', pass: 'geheim' },
      },
      from: 'post@firma.example',
    };
    const ofBrowser = await examineMail(environment(), entered);
    expect(ofBrowser).toMatchObject({
      level: 'fault',
      text: expect.stringMatching(/127\.0\.0\.1:1 .*Verwaltung/),
    });
    expect(ofBrowser.text).not.toContain('geheim');
  });

  it('takes an error for a fault of one line, and the worst for the whole', async () => {
    const fault = await examine('x', () => {
      throw new Error('one\ntwo');
    });
    expect(fault).toEqual({ check: 'x', level: 'fault', text: 'one two' });
    expect(worst([fault, { check: 'y', level: 'warning', text: '' }])).toBe('fault');
    expect(worst([])).toBe('ok');
  });
});
