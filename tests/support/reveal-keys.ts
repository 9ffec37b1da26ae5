import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyRing } from '@kundig/platform/server';

/** @returns a folder of the tests' keys with the one without which reveals are off; whoever asks removes it */
export function keysForReveals(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kundig-reveal-'));
  cpSync(process.env.KEYS_DIR!, folder, { recursive: true });
  KeyRing.addRevealKey(folder);
  return folder;
}
