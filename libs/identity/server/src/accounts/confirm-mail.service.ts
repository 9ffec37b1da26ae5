import { Injectable } from '@nestjs/common';
import { Clock, InvalidInput, type RequestContext } from '@kundig/platform/server';
import { hashToken } from '../seals/link-tokens.js';
import { RegistrationRepository } from '../storage/registration.repository.js';
import { AdmitRegistrationService } from './admit-registration.service.js';
import { safePath } from './safe-path.js';

/** Turns a registration into an account by the link of its mail, and signs it in. */
@Injectable()
export class ConfirmMailService {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly admitting: AdmitRegistrationService,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns path on which the person goes on
   * @throws InvalidInput the link is used up, too old or not ours
   */
  async execute(ctx: RequestContext, token: string): Promise<string> {
    const registration = await this.registrations.byToken(ctx, hashToken(token), this.clock.now());
    const accountId = registration && (await this.admitting.execute(ctx, registration));
    if (!accountId) throw new InvalidInput('token', 'identity:error.linkExpired');
    await ctx.session?.signIn(accountId);
    return safePath(registration.nextPath);
  }
}
