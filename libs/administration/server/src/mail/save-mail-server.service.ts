import { Injectable } from '@nestjs/common';
import { MailServerDesk, type EnteredMailServer } from '@kundig/identity/server';
import { Translator, type RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';

/** Enters the server over which mails leave. */
@Injectable()
export class SaveMailServerService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly desk: MailServerDesk,
    private readonly translator: Translator,
  ) {}

  /** @throws NotAllowed, InvalidInput as `MailServerDesk.save` @throws NotFound for everybody but administrators */
  async execute(ctx: RequestContext, server: EnteredMailServer): Promise<void> {
    await this.act.execute(ctx, async () => {
      await this.desk.save(server);
      const { host, port, encryption, senderAddress } = server;
      const note = { action: 'mail-server-entered', subjectType: 'site', subjectId: 'mail' } as const;
      const security = this.translator.translate(ctx.locale, `administration:encryption.${encryption}`);
      return [null, { ...note, reason: `${host}:${port} · ${security} · ${senderAddress}` }] as const;
    });
  }
}
