import { Injectable } from '@nestjs/common';
import { MailServerDesk, type EnteredMailServer } from '@kundig/identity/server';
import type { RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';

/** Enters the server over which mails leave. */
@Injectable()
export class SaveMailServerService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly desk: MailServerDesk,
  ) {}

  /** @throws NotAllowed, InvalidInput as `MailServerDesk.save` @throws NotFound for everybody but administrators */
  async execute(ctx: RequestContext, server: EnteredMailServer): Promise<void> {
    await this.act.execute(ctx, async () => {
      await this.desk.save(server);
      const { host, port, encryption, senderAddress } = server;
      const note = { action: 'mail-server-entered', subjectType: 'site', subjectId: 'mail' } as const;
      return [null, { ...note, reason: `${host}:${port} · ${encryption} · ${senderAddress}` }] as const;
    });
  }
}
