import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';

describe('findChromium', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kundig-chromium-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function program(name: string, mode = 0o755) {
    const file = join(folder, name);
    writeFileSync(file, '');
    chmodSync(file, mode);
    return file;
  }

  it('takes the one that is named before the one that is found', () => {
    const found = program('google-chrome');
    const named = program('my-browser');
    expect(findChromium({ PATH: folder })).toBe(found);
    expect(findChromium({ PATH: folder, CHROMIUM_PATH: named })).toBe(named);
  });

  it('takes the one that opens windows fastest', () => {
    program('chromium');
    const shell = program('chromium-headless-shell');
    expect(findChromium({ PATH: folder })).toBe(shell);
  });

  it('passes over what cannot be run', () => {
    program('chromium', 0o644);
    const chrome = program('google-chrome-stable');
    expect(findChromium({ PATH: folder })).toBe(chrome);
  });
});
