import { Injectable } from '@nestjs/common';
import { ConfirmRegistrationService, type WaitingRegistration } from '@kundig/identity/server';
import { InvalidInput, NotFound, type RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';

/** Confirms the registration of somebody the administrator knows, in place of the link in the mail. */
@Injectable()
export class ConfirmNewcomerService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly confirming: ConfirmRegistrationService,
  ) {}

  /**
   * @throws InvalidInput (field `mail`) no registration waits under this mail (and nickname)
   * @throws Conflict as `ConfirmRegistrationService`
   * @throws NotFound for everybody but administrators
   */
  async execute(ctx: RequestContext, registration: WaitingRegistration): Promise<void> {
    await this.act.execute(ctx, async () => {
      const nickname = await this.confirming.execute(ctx, registration).catch((error: unknown) => {
        if (!(error instanceof NotFound)) throw error;
        throw new InvalidInput('mail', 'administration:error.noRegistration');
      });
      const note = { action: 'registration-confirmed', subjectType: 'member', subjectId: nickname } as const;
      return [null, { ...note, reason: null }] as const;
    });
  }
}
