import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { KeyProblem, KeyRing } from './key-ring.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kundig-ring-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const pass = (minutes: number) => jest.spyOn(Date, 'now').mockReturnValue(later(minutes).getTime());

describe('a rotation', () => {
  it('is known to a running ring before it is used, and then used by itself', () => {
    const ring = KeyRing.open(folder);
    const sealed = ring.derive('purpose');
    expect(KeyRing.rotate(folder, later(5))).toBe(2);
    pass(1);
    expect([ring.currentVersion, ring.versions]).toEqual([1, [1, 2]]);
    pass(6);
    expect([ring.currentVersion, ring.versions]).toEqual([2, [2, 1]]);
    expect(ring.derive('purpose')).not.toEqual(sealed);
    expect(ring.derive('purpose', 1)).toEqual(sealed);
    expect(ring.oldestVersion).toBe(1);
  });

  it('is the same for a ring that is opened anew', () => {
    const running = KeyRing.open(folder);
    KeyRing.rotate(folder, new Date());
    running.refresh();
    expect(KeyRing.open(folder).derive('purpose')).toEqual(running.derive('purpose'));
    expect(KeyRing.open(folder).databasePassword('role')).toBe(running.databasePassword('role'));
  });

  it('waits for the one before, and for one that runs', () => {
    KeyRing.open(folder);
    KeyRing.rotate(folder, later(5));
    expect(() => KeyRing.rotate(folder, later(5))).toThrow(KeyProblem);
    pass(6);
    expect(KeyRing.rotate(folder, later(12))).toBe(3);
    pass(13);
    writeFileSync(join(folder, 'keys.json.new'), '');
    expect(() => KeyRing.rotate(folder, later(5))).toThrow(/keys\.json\.new/);
    expect(KeyRing.open(folder).versions).toEqual([3, 2, 1]);
  });

  it('leaves the file to its owner alone', () => {
    KeyRing.open(folder);
    KeyRing.rotate(folder, new Date());
    expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
  });
});

describe('a ring whose file is another', () => {
  it.each([
    ['is an old copy', (before: string) => before],
    ['is one of somebody else', () => JSON.stringify({ current: 1, keys: { 1: 'A'.repeat(43) + '=' } })],
  ])('goes on with what it knows where that %s', (_, other) => {
    const ring = KeyRing.open(folder);
    const before = readFileSync(join(folder, 'keys.json'), 'utf8');
    KeyRing.rotate(folder, new Date());
    ring.refresh();
    const key = ring.derive('purpose', 1);
    writeFileSync(join(folder, 'keys.json'), other(before));
    ring.refresh();
    expect(ring.versions).toEqual([2, 1]);
    expect(ring.derive('purpose', 1)).toEqual(key);
  });
});

describe('the key for reveals', () => {
  it('is there once it was made, known to a running ring, and the same after a rotation', () => {
    const ring = KeyRing.open(folder);
    expect([ring.opensPersonas, ring.deriveForReveal('purpose')]).toEqual([false, null]);
    KeyRing.addRevealKey(folder);
    pass(1);
    const key = ring.deriveForReveal('purpose');
    expect(key).toHaveLength(32);
    expect(key).not.toEqual(ring.derive('purpose'));
    KeyRing.rotate(folder, later(5));
    expect(KeyRing.open(folder).deriveForReveal('purpose')).toEqual(key);
    expect(() => KeyRing.addRevealKey(folder)).toThrow(KeyProblem);
  });

  it('comes back with all the others, where none are', () => {
    KeyRing.open(folder);
    KeyRing.addRevealKey(folder);
    const exported = KeyRing.export(folder);
    expect(() => KeyRing.restore(folder, exported)).toThrow('move keys.json away');
    const elsewhere = join(folder, 'elsewhere');
    expect(() => KeyRing.restore(elsewhere, Buffer.from('{}'))).toThrow(KeyProblem);
    KeyRing.restore(elsewhere, exported);
    expect(KeyRing.export(elsewhere)).toEqual(exported);
    expect(statSync(join(elsewhere, 'keys.json')).mode & 0o777).toBe(0o600);
  });
});

describe('a ring whose file is damaged', () => {
  it('goes on with what it knows, and is not opened anew', () => {
    const ring = KeyRing.open(folder);
    const key = ring.derive('purpose');
    const whole = readFileSync(join(folder, 'keys.json'), 'utf8');
    for (const damaged of [whole.slice(0, 20), '{}', whole.replace('"current":1', '"current":2')]) {
      writeFileSync(join(folder, 'keys.json'), damaged);
      ring.refresh();
      expect(ring.derive('purpose')).toEqual(key);
      expect(() => KeyRing.open(folder)).toThrow();
    }
  });
});
