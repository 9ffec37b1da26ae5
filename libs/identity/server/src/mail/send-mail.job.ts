import { Injectable } from '@nestjs/common';
import { Clock, JobHandler, MailLogo, SiteProfile, type RequestContext } from '@kundig/platform/server';
import type { OutboxMail } from '../storage/outbox-mail.entity.js';
import { OutboxRepository } from '../storage/outbox.repository.js';
import { SECRET_LINK } from './letter.js';
import { framed, LOGO_CID } from './mail-frame.js';
import { MailServers } from './mail-servers.js';
import { MailTransport } from './mail-transport.js';

export const SEND_MAIL = 'identity.send-mail';

/** Longer than a whole dialogue with the server may take; then another worker may try. */
const LEASE_MS = 120_000;

/** Another worker has the mail; this run comes back later, in case that one dies. */
class MailBusy extends Error {}

/**
 * Sends one mail of the outbox: an envelope of its own, the same Message-ID on every try. A crash between the server's
 * yes and our note of it is the only way to a repeat, and the receiving side knows it by that id.
 */
@Injectable()
export class SendMail {
  constructor(
    private readonly outbox: OutboxRepository,
    private readonly servers: MailServers,
    private readonly transport: MailTransport,
    private readonly clock: Clock,
    private readonly profile: SiteProfile,
    private readonly logo: MailLogo,
  ) {}

  /** @throws Error to be tried again with growing pauses */
  @JobHandler({ task: SEND_MAIL, side: 'identity' })
  async run(ctx: RequestContext, payload: { mailId?: string }): Promise<void> {
    const id = payload.mailId!;
    if (!(await this.canLeave())) return; // it waits: entering a server releases it
    const now = this.clock.now();
    const leased = await this.outbox.lease(ctx, id, now, new Date(now.getTime() + LEASE_MS));
    const mail = await this.outbox.byId(ctx, id);
    if (mail?.state !== 'waiting') return;
    if (!leased) throw new MailBusy(`mail ${id} is being sent elsewhere`);
    if (mail.goodUntil <= now) return this.outbox.settle(ctx, id, 'kept');
    await this.attempt(ctx, mail);
  }

  /** Asks once more before a mail is left lying: word of a new server may come after its first mail. */
  private async canLeave(): Promise<boolean> {
    if (!this.transport.configured) await this.servers.renew();
    return this.transport.configured;
  }

  private async attempt(ctx: RequestContext, mail: OutboxMail): Promise<void> {
    const withLink = (text: string) => text.replaceAll(SECRET_LINK, mail.secretLink ?? '');
    // A mail without its logo is better than none: the storage of files may be down.
    const logo = await this.logo.png().catch(() => null);
    const { name: site, colours } = this.profile;
    try {
      await this.transport.send({
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        text: withLink(mail.text),
        html: framed(withLink(mail.html), { site, colours, bringsLogo: logo !== null }),
        attachments: logo ? [{ cid: LOGO_CID, filename: 'logo.png', content: logo }] : [],
        messageId: mail.messageId,
        date: mail.createdAt,
        headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
      });
    } catch (error) {
      const refused = refusedForGood(error);
      await this.outbox.settle(ctx, mail.id, refused ? 'kept' : 'waiting');
      if (refused) return;
      throw error;
    }
    await this.outbox.settle(ctx, mail.id, 'sent');
  }
}

/** A reply of the 5xx class to the recipient will not change; one to the connection or the sign-in may. */
function refusedForGood(error: unknown): boolean {
  const { responseCode = 0, command = '' } = error as { responseCode?: number; command?: string };
  return responseCode >= 500 && command === 'RCPT TO';
}
