import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '@kundig/platform/server';
import { endedByLink, endingPaces, type MailKind } from '../notices/ended-kinds.js';
import { UnsubscribeTokens } from '../seals/link-tokens.js';
import { GuestProblemRepository } from '../storage/guest-problem.repository.js';
import { WayOutRepository } from '../storage/way-out.repository.js';

/** What the link of a mail ends, and how far that is done. */
export interface WayOutState {
  /** Everything about a thread, the one mail to a guest about it, or mails of a kind. */
  readonly mails: 'about-thread' | 'shared-problem' | MailKind;
  /** The thread they are about, where its posts are now; uuid. */
  readonly threadId: string | null;
  /** None of these mails goes out any more. */
  readonly ended: boolean;
  /** A link has ended them, and nothing else was chosen since: the link may take that back. */
  readonly resumable: boolean;
}

/** Ends what the token in a mail stands for, without signing in; safe to repeat. */
@Injectable()
export class UnsubscribeService {
  constructor(
    private readonly tokens: UnsubscribeTokens,
    private readonly wayOuts: WayOutRepository,
    private readonly guests: GuestProblemRepository,
  ) {}

  /** Asking changes nothing. @returns null for a token we did not make */
  async find(ctx: RequestContext, token: string): Promise<WayOutState | null> {
    const wayOut = this.tokens.read(token);
    if (!wayOut) return null;
    if ('guestProblemId' in wayOut) {
      const problem = await this.guests.byId(ctx, wayOut.guestProblemId);
      const threadId = problem?.threadId ?? null;
      return { mails: 'shared-problem', threadId, ended: !problem?.mail, resumable: false };
    }
    const { accountId } = wayOut;
    if ('threadId' in wayOut) {
      const place = await this.wayOuts.thread(ctx, accountId, wayOut.threadId);
      return { ...place, mails: 'about-thread', resumable: place.endedByLink };
    }
    const rows = await this.wayOuts.paces(ctx, accountId);
    return {
      mails: wayOut.kind,
      threadId: null,
      ended: !rows || Object.keys(endingPaces(rows, wayOut.kind)).length === 0,
      resumable: endedByLink(rows ?? [], wayOut.kind).length > 0,
    };
  }

  /** @throws InvalidInput a token we did not make */
  async execute(ctx: RequestContext, token: string): Promise<void> {
    const wayOut = this.tokens.read(token);
    if (!wayOut) throw new InvalidInput('token', 'identity:error.linkExpired');
    if ('guestProblemId' in wayOut) return this.guests.forgetMail(ctx, [wayOut.guestProblemId]);
    const { accountId } = wayOut;
    if ('threadId' in wayOut) return this.wayOuts.endThread(ctx, accountId, wayOut.threadId);
    const rows = (await this.wayOuts.paces(ctx, accountId)) ?? [];
    await this.wayOuts.endPaces(ctx, accountId, endingPaces(rows, wayOut.kind));
  }
}
