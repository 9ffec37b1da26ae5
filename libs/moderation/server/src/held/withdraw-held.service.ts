import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { HeldPosts } from '@kundig/pseudonyms/server';

/** Takes back what waits, for its writer. Nobody else has read it there, so the log keeps nothing. */
@Injectable()
export class WithdrawHeldService {
  constructor(private readonly held: HeldPosts) {}

  /** @throws NotFound it is gone, is somebody else's, or a moderator decides about it at this moment */
  async execute(ctx: RequestContext, id: string): Promise<void> {
    await this.held.withdraw(ctx, id);
  }
}
