import { Injectable } from '@nestjs/common';
import { IdentityDatabase, JobHandler, type RequestContext } from '@kundig/platform/server';
import { MailOutbox } from './mail-outbox.js';
import { MailTransport } from './mail-transport.js';

/** Sends what waited for a mail server that the environment names since the last start. */
@Injectable()
export class ReleaseMails {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly outbox: MailOutbox,
    private readonly transport: MailTransport,
  ) {}

  @JobHandler({ task: 'identity.release-mails', side: 'identity', cron: '17 * * * *' })
  async run(ctx: RequestContext): Promise<void> {
    if (!this.transport.configured) return;
    await this.database.transaction(ctx, (tx) => this.outbox.release(tx, 'untried'));
  }
}
