import { Injectable } from '@nestjs/common';
import { MailServerDesk } from '@kundig/identity/server';
import type { RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';

/** Has the mails that wait tried at once. */
@Injectable()
export class SendWaitingMailsService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly desk: MailServerDesk,
  ) {}

  /** Safe to repeat. @throws NotAllowed no mail server is set @throws NotFound for everybody but administrators */
  async execute(ctx: RequestContext): Promise<void> {
    await this.act.execute(ctx, async () => {
      const count = await this.desk.sendWaiting();
      if (count === 0) return [null, null] as const;
      const note = { action: 'waiting-mails-sent', subjectType: 'site', subjectId: 'mail' } as const;
      return [null, { ...note, reason: `${count}` }] as const;
    });
  }
}
