import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInstalled, refuseLinkedPackages } from './install.mjs';

describe('isInstalled', () => {
  let folder: string;
  const wanted = {
    '': { version: '1.0.0' },
    'node_modules/plain': { version: '2.1.0' },
    'node_modules/for-another-system': { version: '1.0.0', optional: true },
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kundig-install-'));
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const present = (packages: object) =>
    writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));

  it('is content with the wanted versions, whatever optional package is absent', () => {
    present({ 'node_modules/plain': { version: '2.1.0' } });
    expect(isInstalled(folder)).toBe(true);
  });

  it.each([
    ['another version', { 'node_modules/plain': { version: '2.0.9' } }],
    ['a missing package', {}],
    [
      'another version of an optional package',
      { ...wanted, 'node_modules/for-another-system': { version: '0.9.0' } },
    ],
  ])('asks for an install after %s', (_what, packages) => {
    present(packages);
    expect(isInstalled(folder)).toBe(false);
  });

  it('asks for an install when npm never finished one', () => {
    expect(isInstalled(folder)).toBe(false);
  });
});

describe('refuseLinkedPackages', () => {
  it("keeps another checkout's packages", () => {
    const checkout = mkdtempSync(join(tmpdir(), 'kundig-install-'));
    const linked = join(checkout, 'linked');
    mkdirSync(join(checkout, 'node_modules'));
    mkdirSync(linked);
    symlinkSync(join(checkout, 'node_modules'), join(linked, 'node_modules'));
    try {
      expect(() => refuseLinkedPackages(linked)).toThrow(`${linked}/node_modules is a link`);
      expect(() => refuseLinkedPackages(checkout)).not.toThrow();
      expect(() => refuseLinkedPackages(join(checkout, 'fresh'))).not.toThrow();
    } finally {
      rmSync(checkout, { recursive: true });
    }
  });
});
