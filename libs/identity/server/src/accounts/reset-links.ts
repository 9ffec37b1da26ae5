import { Injectable } from '@nestjs/common';
import { Clock, Environment, Randomness, type RequestContext } from '@kundig/platform/server';
import { hashToken } from '../seals/link-tokens.js';
import { ResetRepository } from '../storage/reset.repository.js';

/** How long a link for a new password works. */
export const RESET_WITHIN_MINUTES = 60;

/** Makes links for a new password. */
@Injectable()
export class ResetLinks {
  constructor(
    private readonly resets: ResetRepository,
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** @returns the token of the link; only its hash is stored */
  async issue(ctx: RequestContext, accountId: string, minutes = RESET_WITHIN_MINUTES): Promise<string> {
    const token = this.randomness.token();
    const expiresAt = new Date(this.clock.now().getTime() + minutes * 60_000);
    await this.resets.addLink(ctx, accountId, hashToken(token), expiresAt);
    return token;
  }

  /** @returns the whole address of such a link, for whoever hands it over by hand */
  async address(ctx: RequestContext, accountId: string, minutes?: number): Promise<string> {
    return `${this.environment.baseUrl}/reset-password/${await this.issue(ctx, accountId, minutes)}`;
  }
}
