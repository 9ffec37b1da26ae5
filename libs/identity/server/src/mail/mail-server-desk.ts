import { Injectable } from '@nestjs/common';
import { IdentityDatabase, InvalidInput, NotAllowed, RequestContext } from '@kundig/platform/server';
import { IdentityPages } from '../identity-pages.js';
import { MailPasswordSeal } from '../seals/mail-password-seal.js';
import type { Sealed } from '../seals/persona-seals.js';
import {
  MailServerRepository,
  type MailServerAddress,
  type StoredMailServer,
} from '../storage/mail-server.repository.js';
import { MailOutbox } from './mail-outbox.js';
import { MailServers } from './mail-servers.js';

/** A mail server as it is entered. */
export interface EnteredMailServer extends MailServerAddress {
  /** Null keeps the one entered before, which holds for the same server, encryption and name alone. */
  readonly password: string | null;
}

/** Enters the mail server, forgets it again, and sends what waits for one. Who may, and that it is written down, is settled by the caller. */
@Injectable()
export class MailServerDesk {
  private readonly ctx = RequestContext.system();

  constructor(
    private readonly database: IdentityDatabase,
    private readonly repository: MailServerRepository,
    private readonly servers: MailServers,
    private readonly seal: MailPasswordSeal,
    private readonly outbox: MailOutbox,
    private readonly pages: IdentityPages,
  ) {}

  /**
   * From now on every process sends over it, beginning with the mails that wait. Safe to repeat.
   * @throws NotAllowed   the environment names a server, which wins
   * @throws InvalidInput (field `password`) it is needed once more, since it would go to another server
   */
  async save({ password, ...address }: EnteredMailServer): Promise<void> {
    if (this.servers.fixed) throw new NotAllowed('identity:mailServer.fixed');
    await this.database.transaction(this.ctx, async (tx) => {
      await this.repository.lock(tx);
      const before = await this.repository.read(tx);
      const sealedPassword = this.sealed(address, password, before);
      await this.repository.save(tx, { ...address, sealedPassword });
      await this.outbox.release(tx, 'all');
      await this.pages.drop(tx, 'site', 'everything');
    });
    await this.servers.renew();
  }

  /**
   * Forgets what was entered, password included. From now on mails wait in every process, or leave over the server of the
   * environment as before. Safe to repeat.
   * @returns whether there was anything
   */
  async remove(): Promise<boolean> {
    const removed = await this.database.transaction(this.ctx, async (tx) => {
      await this.repository.lock(tx);
      const gone = await this.repository.remove(tx);
      if (gone) await this.pages.drop(tx, 'site', 'everything');
      return gone;
    });
    await this.servers.renew();
    return removed;
  }

  /**
   * Has the mails that wait tried at once.
   * @returns how many
   * @throws NotAllowed no mail server is set
   */
  async sendWaiting(): Promise<number> {
    if (!this.servers.leaves) throw new NotAllowed('identity:mailServer.none');
    return this.database.transaction(this.ctx, (tx) => this.outbox.release(tx, 'all'));
  }

  private sealed(
    address: MailServerAddress,
    password: string | null,
    before: StoredMailServer | null,
  ): Sealed | null {
    if (address.userName === null) return null;
    if (password !== null) return this.seal.seal(password, address);
    const kept = before?.sealedPassword;
    if (!kept || this.seal.open(kept, address) === null)
      throw new InvalidInput('password', 'identity:mailServer.passwordNeeded');
    return kept;
  }
}
