import { Injectable } from '@nestjs/common';
import { AppDatabase, PageInvalidation, WriteLimits, type RequestContext } from '@kundig/platform/server';
import { AuthorSuspensions } from '@kundig/pseudonyms/server';
import { AuditLog } from '../audit/audit-log.js';
import { SuspensionRepository } from '../storage/suspension.repository.js';
import { SuspendedAuthors, type AuthorNamed } from './suspended-author.js';
import { suspensionPolicy } from './suspension.policy.js';

/** Lets somebody write again before the end of their suspension. */
@Injectable()
export class LiftSuspensionService {
  constructor(
    private readonly database: AppDatabase,
    private readonly authors: SuspendedAuthors,
    private readonly suspensions: SuspensionRepository,
    private readonly people: AuthorSuspensions,
    private readonly limits: WriteLimits,
    private readonly audit: AuditLog,
    private readonly pages: PageInvalidation,
  ) {}

  /**
   * Safe to repeat.
   * @param reason for the log
   * @returns path of the page on which it is seen
   * @throws NotFound, InvalidInput, NotAllowed, TooManyRequests as `SuspendService`
   */
  async execute(ctx: RequestContext, named: AuthorNamed, reason: string | null): Promise<string> {
    suspensionPolicy.maySuspendSomebody(ctx.actor).orThrow();
    await this.limits.consume(ctx, 'edit');
    const author = await this.authors.require(ctx, named);
    if (author.roles)
      suspensionPolicy.maySuspendMember(ctx.actor, { memberId: author.id, roles: author.roles }).orThrow();
    await this.database.transaction(ctx, async (tx) => {
      const lifted = await this.suspensions.lift(tx, author.id);
      await this.people.lift(tx, author.id);
      if (!lifted) return;
      const action = author.roles ? 'member-unsuspended' : 'author-unsuspended';
      await this.audit.record(tx, { action, ...author.subject, reason });
      if (author.roles) await this.pages.drop(tx, 'search'); // they are found again
    });
    return author.path;
  }
}
