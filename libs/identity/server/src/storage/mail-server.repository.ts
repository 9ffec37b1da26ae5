import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { Sealed } from '../seals/persona-seals.js';

export const MAIL_ENCRYPTIONS = ['tls', 'starttls', 'none'] as const;
/** From the first byte; begun after the greeting, and required; not at all, for servers on this very machine. */
export type MailEncryption = (typeof MAIL_ENCRYPTIONS)[number];

/** A mail server as an administrator enters it, without its password. */
export interface MailServerAddress {
  readonly host: string;
  readonly port: number;
  readonly encryption: MailEncryption;
  /** Null where nobody signs in there. */
  readonly userName: string | null;
  readonly senderAddress: string;
  readonly senderName: string;
}

/** The same as it is stored. */
export interface StoredMailServer extends MailServerAddress {
  readonly sealedPassword: Sealed | null;
}

/** The one mail server that was entered in the browser. */
@Injectable()
export class MailServerRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** @returns null where none was entered */
  async read(ctx: RequestContext): Promise<StoredMailServer | null> {
    const [row] = await this.database.query<
      MailServerAddress & { password: Buffer | null; keyVersion: number | null }
    >(
      ctx,
      `SELECT host, port, encryption, user_name AS "userName", sender_address AS "senderAddress",
              sender_name AS "senderName", sealed_password AS password, key_version AS "keyVersion"
       FROM identity.mail_server`,
    );
    if (!row) return null;
    const { password, keyVersion, ...address } = row;
    return { ...address, sealedPassword: password && { value: password, keyVersion: keyVersion! } };
  }

  /** Forgets it with its password. @returns whether there was one */
  async remove(tx: RequestContext): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      'WITH gone AS (DELETE FROM identity.mail_server RETURNING 1) SELECT FROM gone',
    );
    return rows.length > 0;
  }

  /** Lets one at a time enter a server, until the end of the transaction. */
  async lock(tx: RequestContext): Promise<void> {
    await this.database.query(tx, 'LOCK TABLE identity.mail_server IN SHARE ROW EXCLUSIVE MODE');
  }

  /** Nothing happens where another password was entered meanwhile. */
  async reseal(ctx: RequestContext, before: Sealed, { value, keyVersion }: Sealed): Promise<void> {
    await this.database.query(
      ctx,
      'UPDATE identity.mail_server SET sealed_password = $2, key_version = $3 WHERE sealed_password = $1',
      [before.value, value, keyVersion],
    );
  }

  async save(tx: RequestContext, server: StoredMailServer): Promise<void> {
    const { host, port, encryption, userName, senderAddress, senderName, sealedPassword } = server;
    await this.database.query(
      tx,
      `INSERT INTO identity.mail_server
         (host, port, encryption, user_name, sender_address, sender_name, sealed_password, key_version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (id) DO UPDATE SET host = excluded.host, port = excluded.port, encryption = excluded.encryption,
         user_name = excluded.user_name, sender_address = excluded.sender_address,
         sender_name = excluded.sender_name, sealed_password = excluded.sealed_password,
         key_version = excluded.key_version`,
      [
        ...[host, port, encryption, userName, senderAddress, senderName],
        ...[sealedPassword?.value ?? null, sealedPassword?.keyVersion ?? null],
      ],
    );
  }
}
