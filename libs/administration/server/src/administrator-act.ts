import { Injectable } from '@nestjs/common';
import { AuditLog, type AuditAction, type AuditSubject } from '@kundig/moderation/server';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import { administrationPolicy } from './administration.policy.js';

/** What the audit log keeps of an act; null where nothing changed. */
export type AuditNote = {
  readonly action: AuditAction;
  readonly subjectType: AuditSubject;
  readonly subjectId: string;
  readonly reason: string | null;
} | null;

/** Whatever an administrator changes: allowed, in one transaction, and written down there. */
@Injectable()
export class AdministratorAct {
  constructor(
    private readonly database: AppDatabase,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param change what happens in the transaction; gives back its result and what the log keeps
   * @throws NotFound, SignInRequired for whoever does not administer the whole community
   */
  async execute<Result>(
    ctx: RequestContext,
    change: (tx: RequestContext) => Promise<readonly [Result, AuditNote]>,
  ): Promise<Result> {
    administrationPolicy.mayAdminister(ctx.actor).orThrow();
    return this.database.transaction(ctx, async (tx) => {
      const [result, note] = await change(tx);
      if (note) await this.audit.record(tx, note);
      return result;
    });
  }
}
