import { generateSync, ScureBase32Plugin } from 'otplib';
import type { Clock } from '@kundig/platform/server';

/** An app with the secret of a second factor, as somebody has typed it in. */
export class TestAuthenticator {
  private readonly secret: Uint8Array;

  /** @param words the secret as the page shows it */
  constructor(
    words: string,
    private readonly clock: Clock,
  ) {
    this.secret = new ScureBase32Plugin().decode(words.replace(/ /g, ''));
  }

  /** @returns the code of now, or of another half minute */
  code(halfMinutesAhead = 0): string {
    const epoch = Math.floor(this.clock.now().getTime() / 1000) + halfMinutesAhead * 30;
    return generateSync({ secret: this.secret, epoch });
  }
}
