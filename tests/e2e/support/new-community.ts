import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// eslint-disable-next-line @nx/enforce-module-boundaries -- started as every measurement and picture of the product is
import { startBuiltCommunity } from '../../../tools/lib/built-community.mjs';
import { until } from './until.js';

const INVITATION = /once, at (\S+)/;

/** A community of the test's own in which nobody has done anything yet. */
export class NewCommunity {
  private constructor(
    readonly baseUrl: string,
    /** Path of the one-time link of the start. */
    readonly invitation: string,
    readonly close: () => Promise<void>,
  ) {}

  /** @param environment settings of the operator beyond the usual, such as where mail goes */
  static async open(environment: Record<string, string> = {}): Promise<NewCommunity> {
    const folder = mkdtempSync(join(tmpdir(), 'kundig-new-'));
    const { baseUrl, log, stop } = await startBuiltCommunity(folder, { environment });
    const address = await until(
      () => Promise.resolve(INVITATION.exec(readFileSync(log, 'utf8'))?.[1]),
      'the one-time link',
    );
    return new NewCommunity(baseUrl, new URL(address).pathname, stop);
  }
}
