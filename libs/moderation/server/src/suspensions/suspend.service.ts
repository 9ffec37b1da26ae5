import { Injectable } from '@nestjs/common';
import { GroupRepository } from '@kundig/groups/server';
import {
  AppDatabase,
  Conflict,
  PageInvalidation,
  WriteLimits,
  type RequestContext,
  type Suspension,
} from '@kundig/platform/server';
import { AuthorSuspensions } from '@kundig/pseudonyms/server';
import { AuditLog } from '../audit/audit-log.js';
import { SuspensionRepository } from '../storage/suspension.repository.js';
import { SuspendedAuthors, type AuthorNamed, type SuspendedAuthor } from './suspended-author.js';
import { suspensionPolicy } from './suspension.policy.js';

/** Keeps somebody from writing for a while, as a member or as whoever wrote an anonymous post. */
@Injectable()
export class SuspendService {
  constructor(
    private readonly database: AppDatabase,
    private readonly authors: SuspendedAuthors,
    private readonly suspensions: SuspensionRepository,
    private readonly people: AuthorSuspensions,
    private readonly groups: GroupRepository,
    private readonly limits: WriteLimits,
    private readonly audit: AuditLog,
    private readonly pages: PageInvalidation,
  ) {}

  /**
   * Safe to repeat. It takes the place of an earlier one of the same author.
   * @returns path of the page on which it is seen
   * @throws NotFound     no such post, or the actor may suspend nobody
   * @throws InvalidInput (field `nickname`) no such member
   * @throws NotAllowed   oneself; or somebody with a role, for whoever does not administer the community
   * @throws Conflict     the last administrator who is not suspended, whoever tries at once
   * @throws TooManyRequests each of them writes a mail
   */
  async execute(ctx: RequestContext, named: AuthorNamed, suspension: Suspension): Promise<string> {
    suspensionPolicy.maySuspendSomebody(ctx.actor).orThrow();
    await this.limits.consume(ctx, 'edit');
    const author = await this.authors.require(ctx, named);
    if (author.roles)
      suspensionPolicy.maySuspendMember(ctx.actor, { memberId: author.id, roles: author.roles }).orThrow();
    await this.database.transaction(ctx, async (tx) => {
      if (author.roles?.includes('administrator')) await this.requireAnother(tx, author);
      const changed = await this.suspensions.impose(tx, { authorId: author.id, ...suspension });
      // Identity follows in a transaction of its own; if this one fails, the same again sets both right.
      await this.people.impose(tx, author.id, suspension);
      if (!changed) return;
      const action = author.roles ? 'member-suspended' : 'author-suspended';
      await this.audit.record(tx, { action, ...author.subject, reason: suspension.reason });
      if (author.roles) await this.pages.drop(tx, 'search'); // no search finds them meanwhile
    });
    return author.path;
  }

  private async requireAnother(tx: RequestContext, { id }: SuspendedAuthor): Promise<void> {
    const holders = await this.groups.lockHolders(tx, 'administrator');
    const suspended = await this.suspensions.inForce(tx, holders);
    const left = holders.filter(
      (holder) => holder !== id && !suspended.some(({ authorId }) => authorId === holder),
    );
    if (left.length === 0) throw new Conflict('moderation:error.lastAdministrator');
  }
}
