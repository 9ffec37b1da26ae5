import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing } from '@kundig/platform/server';

const PURPOSE = 'content-notice';
const TOKEN = /^([\w-]{1,20})\.(\d{1,4})\.([\w-]{43})$/;

/** Tokens of the links that show a notifier how their notice stands. Nothing is stored: a token is the number, signed. */
@Injectable()
export class NoticeTokens {
  constructor(private readonly keys: KeyRing) {}

  issue(number: string): string {
    const version = this.keys.currentVersion;
    return `${number}.${version}.${this.keys.sign(PURPOSE, number, version)}`;
  }

  /** @returns number of the notice; null for anything `issue` did not make */
  read(token: string): string | null {
    const [, number = '', version = '', signature = ''] = TOKEN.exec(token) ?? [];
    if (!this.keys.versions.includes(Number(version))) return null;
    const expected = this.keys.sign(PURPOSE, number, Number(version));
    return timingSafeEqual(Buffer.from(signature), Buffer.from(expected)) ? number : null;
  }
}
