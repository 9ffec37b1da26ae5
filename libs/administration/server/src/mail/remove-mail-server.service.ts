import { Injectable } from '@nestjs/common';
import { MailServerDesk } from '@kundig/identity/server';
import type { RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';

/** Forgets the mail server that was entered, and its password. */
@Injectable()
export class RemoveMailServerService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly desk: MailServerDesk,
  ) {}

  /** Safe to repeat. @throws NotFound for everybody but administrators */
  async execute(ctx: RequestContext): Promise<void> {
    await this.act.execute(ctx, async () => {
      const removed = await this.desk.remove();
      const note = { action: 'mail-server-removed', subjectType: 'site', subjectId: 'mail' } as const;
      return [null, removed ? { ...note, reason: null } : null] as const;
    });
  }
}
