import { Injectable } from '@nestjs/common';
import { Clock, type RequestContext } from '@kundig/platform/server';
import { AuditRepository, type AuditEntry } from '../storage/audit.repository.js';

/** Writes down what was done, in the transaction in which it is done. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly entries: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** Call it last in the transaction: other appends wait for its end. Who acts and when is taken from the context. */
  async record(tx: RequestContext, entry: Omit<AuditEntry, 'seq' | 'at' | 'actorId'>): Promise<void> {
    await this.entries.append(tx, { ...entry, at: this.clock.now(), actorId: tx.actor.memberId });
  }

  /** @returns whether the log holds such an act since the instant */
  holds(
    ctx: RequestContext,
    act: Pick<AuditEntry, 'action' | 'subjectId'> & { readonly actorId: string },
    since: Date,
  ): Promise<boolean> {
    return this.entries.holds(ctx, act, since);
  }
}
