import connectPgSimple from 'connect-pg-simple';
import session, { type SessionData } from 'express-session';
import type { Pool } from 'pg';
import type { IdentityDatabase } from '@kundig/platform/server';

/**
 * Sessions in PostgreSQL. Signing in makes one; from then on it is changed only where it still is. A request that is
 * under way while its session is ended would otherwise write it again, and whoever was signed out were signed in.
 */
export class SessionStore extends connectPgSimple(session) {
  private readonly pool: Pool;

  constructor(database: IdentityDatabase) {
    const pool = (database.dataSource.driver as unknown as { master: Pool }).master;
    super({
      pool,
      schemaName: 'identity',
      tableName: 'session',
      disableTouch: true, // use is noted by the policy, at its own pace
      pruneSessionInterval: false, // a job clears away
    });
    this.pool = pool;
  }

  override set(sid: string, data: SessionData, callback?: (error?: unknown) => void): void {
    if (data.usedAt === data.begunAt) return super.set(sid, data, callback);
    this.pool
      .query('UPDATE identity.session SET sess = $2, expire = $3 WHERE sid = $1', [
        sid,
        data,
        data.cookie.expires,
      ])
      .then(() => callback?.(), callback);
  }
}
