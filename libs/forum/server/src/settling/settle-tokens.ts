import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, KeyRing } from '@kundig/platform/server';

const PURPOSE = 'settle-question';
const DAYS_VALID = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
const TOKEN = /^([\w-]{1,20})\.(\d{1,6})\.(\d{1,4})\.([\w-]{43})$/;

/**
 * Tokens of the links that ask an asker whether a question is solved. Nothing is stored: a token names the thread and its
 * last day, signed. It opens nothing but that question's page of three answers, and names nobody.
 */
@Injectable()
export class SettleTokens {
  constructor(
    private readonly keys: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** @param threadId public id */
  issue(threadId: string): string {
    const lastDay = this.today() + DAYS_VALID;
    const version = this.keys.currentVersion;
    return `${threadId}.${lastDay}.${version}.${this.signature(threadId, lastDay, version)}`;
  }

  /** @returns public id of the thread; null for anything `issue` did not make, and for what has expired */
  read(token: string): string | null {
    const [, threadId = '', lastDay = '', version = '', signature = ''] = TOKEN.exec(token) ?? [];
    if (!this.keys.versions.includes(Number(version)) || Number(lastDay) < this.today()) return null;
    const expected = this.signature(threadId, Number(lastDay), Number(version));
    return timingSafeEqual(Buffer.from(signature), Buffer.from(expected)) ? threadId : null;
  }

  private signature(threadId: string, lastDay: number, version: number): string {
    return this.keys.sign(PURPOSE, `${threadId}|${lastDay}`, version);
  }

  /** Days since 1970, UTC. */
  private today(): number {
    return Math.floor(this.clock.now().getTime() / DAY_MS);
  }
}
