import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Randomness } from '@kundig/platform/server';

/**
 * Cost of argon2id as OWASP's Password Storage Cheat Sheet names it: 19 MiB, two passes, one lane; about a tenth of a
 * second on one core. The algorithm is the library's default and stands in every hash.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes and checks passwords. */
@Injectable()
export class Passwords {
  private decoy: Promise<string> | undefined;

  constructor(private readonly randomness: Randomness) {}

  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** A hash that no password fits, for accounts whose owner is still to choose one. */
  hashOfNone(): Promise<string> {
    return this.hash(this.randomness.token());
  }

  /**
   * Works as long for an unknown account as for a known one.
   * @param known the account's hash; null when there is no such account
   */
  async matches(known: string | null, password: string): Promise<boolean> {
    const decoy = await (this.decoy ??= this.hashOfNone());
    const matched = await verify(known ?? decoy, password);
    return known !== null && matched;
  }
}
