import { Injectable } from '@nestjs/common';
import { Clock, Conflict, NotFound, type RequestContext } from '@kundig/platform/server';
import { RegistrationRepository } from '../storage/registration.repository.js';
import { AdmitRegistrationService } from './admit-registration.service.js';

export interface WaitingRegistration {
  readonly mail: string;
  /** Needed where several registrations of one mail wait: only one of them is its owner's. */
  readonly nickname?: string;
}

/** Confirms a registration for somebody the operator knows, where no mail goes out. For commands only. */
@Injectable()
export class ConfirmRegistrationService {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly admitting: AdmitRegistrationService,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the nickname of the account
   * @throws NotFound no registration waits under this mail (and nickname)
   * @throws Conflict several wait and no nickname tells which, or the mail has an account by now
   */
  async execute(ctx: RequestContext, { mail, nickname }: WaitingRegistration): Promise<string> {
    const waiting = (await this.registrations.waiting(ctx, mail, this.clock.now())).filter(
      (registration) => nickname === undefined || registration.nickname === nickname,
    );
    const [registration] = waiting;
    if (!registration) throw new NotFound();
    if (waiting.length > 1) throw new Conflict('identity:error.severalRegistrations', 'nickname');
    if (!(await this.admitting.execute(ctx, registration)))
      throw new Conflict('identity:error.mailTaken', 'mail');
    return registration.nickname;
  }
}
