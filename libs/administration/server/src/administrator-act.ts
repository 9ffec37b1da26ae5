import { Injectable } from '@nestjs/common';
import { AuditLog, type AuditAction, type AuditSubject } from '@kundig/moderation/server';
import { AppDatabase, type Decision, type RequestContext } from '@kundig/platform/server';
import { administrationPolicy } from './administration.policy.js';

/** What the audit log keeps of an act; null where nothing changed. */
export type AuditNote = {
  readonly action: AuditAction;
  readonly subjectType: AuditSubject;
  readonly subjectId: string;
  readonly reason: string | null;
} | null;

/** Whatever is changed below *Verwaltung*: allowed, in one transaction, and written down there. */
@Injectable()
export class AdministratorAct {
  constructor(
    private readonly database: AppDatabase,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param change what happens in the transaction; gives back its result and what the log keeps
   * @param allowed  without it the act is for administrators of the whole community alone
   * @throws NotFound, SignInRequired for whoever may not
   */
  async execute<Result>(
    ctx: RequestContext,
    change: (tx: RequestContext) => Promise<readonly [Result, AuditNote]>,
    allowed: Decision = administrationPolicy.mayAdminister(ctx.actor),
  ): Promise<Result> {
    allowed.orThrow();
    return this.database.transaction(ctx, async (tx) => {
      const [result, note] = await change(tx);
      if (note) await this.audit.record(tx, note);
      return result;
    });
  }
}
