import { Injectable } from '@nestjs/common';
import { Clock, Conflict, IdentityDatabase, NotFound, type RequestContext } from '@kundig/platform/server';
import { MemberDirectory } from '../port/member-directory.js';
import type { RevealActor, RevealedPerson } from '../port/reveals.js';
import type { SealedPersona } from '../port/voices.js';
import { PersonaSeals } from '../seals/persona-seals.js';
import { AccountRepository } from '../storage/account.repository.js';
import { RevealRepository, type RevealRequest } from '../storage/reveal.repository.js';
import { FreshFactors } from './fresh-factors.js';
import { RevealLog } from './reveal-log.js';
import { RevealNotices } from './reveal-notices.js';
import { isSeal, RevealSeals } from './reveal-seals.js';
import { revealPolicy } from './reveal.policy.js';

/** Shows who stands behind a persona, once, to whoever approved it. The log holds it before the link is opened. */
@Injectable()
export class ViewRevealService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly requests: RevealRepository,
    private readonly log: RevealLog,
    private readonly seals: RevealSeals,
    private readonly links: PersonaSeals,
    private readonly accounts: AccountRepository,
    private readonly members: MemberDirectory,
    private readonly notices: RevealNotices,
    private readonly factors: FreshFactors,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, NotAllowed, Conflict as `RevealPort.view` says; nothing is opened then */
  async execute(
    ctx: RequestContext,
    actor: RevealActor,
    { id, link }: { id: string; link: SealedPersona | null },
  ): Promise<RevealedPerson | null> {
    this.factors.require(actor);
    const request = await this.spend(ctx, actor, id);
    const isItsOwn = link?.personaId === request.personaId && link.threadId === request.threadId;
    const accountId = isItsOwn ? this.links.accountOf({ persona: link }).accountId : null;
    const account = accountId === null ? null : await this.accounts.byId(ctx, accountId);
    if (!account) return null;
    const nickname = await this.members.nicknameOf(ctx, account.memberId);
    return { nickname: nickname ?? '', mail: account.mail };
  }

  /** Uses the approval up: of two who try at once, one waits for the other and finds it used. */
  private spend(ctx: RequestContext, actor: RevealActor, id: string): Promise<RevealRequest> {
    return this.database.transaction(ctx, async (tx) => {
      const request = await this.requests.lock(tx, id);
      if (!request) throw new NotFound();
      const now = this.clock.now();
      revealPolicy.mayView(actor.memberId, request, now).orThrow();
      if (
        !isSeal(request.approval, this.seals.approval(request)) ||
        !(await this.log.admitsLook(tx, request))
      )
        throw new Conflict('identity:error.revealAltered');
      await this.requests.view(tx, id, now, await this.notices.dueAfter(tx, now));
      const { personaId } = request;
      await this.log.record(tx, {
        ...{ actorId: actor.memberId, action: 'viewed', requestId: id, personaId, note: null },
      });
      return request;
    });
  }
}
