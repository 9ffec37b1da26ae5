import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { AuditRepository } from '../storage/audit.repository.js';

/** Recomputes the chain of the audit log. Called by a command of the operator. */
@Injectable()
export class VerifyAudit {
  constructor(private readonly entries: AuditRepository) {}

  /** @returns place of the first entry that was changed, removed or slipped in; null when all is as it was written */
  execute(ctx: RequestContext): Promise<string | null> {
    return this.entries.firstBreak(ctx);
  }
}
