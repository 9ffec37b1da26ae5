import { Injectable } from '@nestjs/common';
import { Clock, Environment, Randomness, type RequestContext } from '@kundig/platform/server';
import { Administrators } from '../port/administrators.js';
import { hashToken } from '../seals/link-tokens.js';
import { FirstAdministratorLinkRepository } from '../storage/first-administrator-link.repository.js';

/** How long such a link works. */
const WITHIN_HOURS = 24;

/** A way in for whoever sees the log of a community that nobody administers yet. For the start only. */
@Injectable()
export class InviteFirstAdministratorService {
  constructor(
    private readonly administrators: Administrators,
    private readonly links: FirstAdministratorLinkRepository,
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** @returns the address; works once, within a day, while nobody administers. Null when somebody does */
  async execute(ctx: RequestContext): Promise<string | null> {
    if (await this.administrators.exist(ctx)) return null;
    const token = this.randomness.token();
    const expiresAt = new Date(this.clock.now().getTime() + WITHIN_HOURS * 3_600_000);
    await this.links.add(ctx, hashToken(token), expiresAt);
    return `${this.environment.baseUrl}/first-administrator/${token}`;
  }
}
