import { Injectable } from '@nestjs/common';
import { Strategy } from 'passport-local';
import { RequestContext } from '@kundig/platform/server';
import { AccountRepository } from '../storage/account.repository.js';
import { Passwords } from './passwords.js';

/** An account whose password was given, and the hash it was compared with. */
export interface ProvenAccount {
  readonly accountId: string;
  readonly passwordHash: string;
}

/** What a passport strategy calls on itself when it has decided. */
interface Attempt {
  authenticate(request: object, options: object): void;
  success(user: ProvenAccount): void;
  fail(): void;
  error(error: unknown): void;
}

/** Sign-in by mail and password: passport's local strategy, asked outside a route because mutations have none. */
@Injectable()
export class PasswordStrategy {
  private readonly strategy: Strategy;

  constructor(accounts: AccountRepository, passwords: Passwords) {
    this.strategy = new Strategy(
      { usernameField: 'mail', passwordField: 'password' },
      (mail, password, done) => {
        accounts
          .credentialsOf(RequestContext.system(), mail)
          .then(async ({ accountId, passwordHash }) => {
            const matched = await passwords.matches(passwordHash, password);
            const proven: ProvenAccount | false = matched &&
              accountId !== null &&
              passwordHash !== null && { accountId, passwordHash };
            done(null, proven);
          })
          .catch(done);
      },
    );
  }

  /** @returns the account; null when mail and password do not belong together, whichever of them is wrong */
  ask(mail: string, password: string): Promise<ProvenAccount | null> {
    return new Promise((resolve, reject) => {
      // Passport runs each attempt on an object of its own that inherits from the strategy.
      const attempt = Object.assign(Object.create(this.strategy) as Attempt, {
        success: (proven: ProvenAccount) => resolve(proven),
        fail: () => resolve(null),
        error: reject,
      });
      attempt.authenticate({ body: { mail, password }, query: {} }, {});
    });
  }
}
