import { randomBytes } from 'node:crypto';
import { loadTypeScript } from '../lib/load-typescript.mjs';

const PASSWORD = randomBytes(12).toString('base64url');

/**
 * Gives loaded members accounts to sign in with, through the product's own service.
 * @param {import('./server-under-test.mjs').ServerUnderTest} server not yet started
 * @param {number} count
 * @returns {Promise<{ mail: string, password: string }[]>}
 */
export async function openAccounts(server, count) {
  const { openAccounts: open } = await loadTypeScript('tools/bench/open-accounts.ts');
  return open(server.postgres.url, count, PASSWORD);
}
