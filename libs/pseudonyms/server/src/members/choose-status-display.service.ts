import { Injectable } from '@nestjs/common';
import { IdentityPort } from '@kundig/identity/server';
import { WriteLimits, type RequestContext } from '@kundig/platform/server';

/** Shows or hides the status beside names: for members wherever they sign in, for visitors in their browser. */
@Injectable()
export class ChooseStatusDisplayService {
  constructor(
    private readonly identity: IdentityPort,
    private readonly limits: WriteLimits,
  ) {}

  /** Safe to repeat. @throws TooManyRequests for members; of visitors nothing is kept */
  async execute(ctx: RequestContext, hidden: boolean): Promise<void> {
    const { memberId } = ctx.actor;
    if (memberId === null) return ctx.choices?.hideStatus(hidden);
    await this.limits.consume(ctx, 'edit');
    await this.identity.hideStatus(memberId, hidden);
  }
}
