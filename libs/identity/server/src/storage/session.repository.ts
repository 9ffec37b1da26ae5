import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';

/** Sessions as a whole; single ones belong to the session store. */
@Injectable()
export class SessionRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** Signs the account out everywhere. */
  async endAll(ctx: RequestContext, accountId: string): Promise<void> {
    await this.database.query(ctx, `DELETE FROM identity.session WHERE sess #>> '{passport,user}' = $1`, [
      accountId,
    ]);
  }
}
