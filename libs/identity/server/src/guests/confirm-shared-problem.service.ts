import { Injectable } from '@nestjs/common';
import { Clock, daysBefore, InvalidInput, type RequestContext } from '@kundig/platform/server';
import { hashToken } from '../seals/link-tokens.js';
import { AccountRepository } from '../storage/account.repository.js';
import { GuestProblemRepository } from '../storage/guest-problem.repository.js';

/** After so long without a solution the address is forgotten, too. */
const DAYS_REMEMBERED = 365;

/** Who shares the problem of a thread by the link of a mail. */
export interface SharedProblem {
  /** Uuid. */
  readonly threadId: string;
  /** The member whose mail it is; null for a guest. */
  readonly memberId: string | null;
}

/** Counts a guest who has the problem of a thread, too, by the click of the mail. */
@Injectable()
export class ConfirmSharedProblemService {
  constructor(
    private readonly problems: GuestProblemRepository,
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  /** Asking changes nothing. @returns the thread's uuid; null when the link is too old or not ours */
  async find(ctx: RequestContext, token: string): Promise<string | null> {
    const problem = await this.problems.byToken(ctx, hashToken(token), this.clock.now());
    return problem?.threadId ?? null;
  }

  /**
   * Safe to repeat. Who has an account is counted with it, by the caller.
   * @throws InvalidInput the link is too old or not ours
   */
  async execute(ctx: RequestContext, token: string): Promise<SharedProblem> {
    const now = this.clock.now();
    const problem = await this.problems.byToken(ctx, hashToken(token), now);
    if (!problem) throw new InvalidInput('token', 'identity:error.linkExpired');
    const { id, threadId, mail } = problem;
    const account = mail === null ? null : await this.accounts.byMail(ctx, mail);
    if (account?.state === 'active') return { threadId, memberId: account.memberId };
    if (mail !== null) await this.problems.confirm(ctx, id, now, daysBefore(now, -DAYS_REMEMBERED));
    return { threadId, memberId: null };
  }
}
