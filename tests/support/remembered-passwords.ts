import { Passwords } from '@kundig/identity/server';

/**
 * Hashes each password once: the accounts of a test share one, and hashing is slow on purpose. Checking a password costs
 * what it costs.
 */
export class RememberedPasswords extends Passwords {
  private readonly known = new Map<string, Promise<string>>();

  override hash(password: string): Promise<string> {
    const hashed = this.known.get(password) ?? super.hash(password);
    this.known.set(password, hashed);
    return hashed;
  }
}
