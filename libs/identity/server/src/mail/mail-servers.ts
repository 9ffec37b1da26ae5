import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ChangeFeed, Environment, KeptReading, OutgoingMail, RequestContext } from '@kundig/platform/server';
import type { SendMailOptions } from 'nodemailer';
import { MailPasswordSeal } from '../seals/mail-password-seal.js';
import { MailServerRepository, type MailServerAddress } from '../storage/mail-server.repository.js';

/** What nodemailer connects with. */
export type ServerConnection =
  | { readonly url: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly secure: boolean;
      readonly requireTLS: boolean;
      readonly ignoreTLS: boolean;
      readonly auth?: { readonly user: string; readonly pass: string };
    };

/** The mail server in force and who sends over it. */
export interface MailServerInForce {
  readonly connection: ServerConnection;
  readonly from: Exclude<SendMailOptions['from'], undefined>;
}

/** The server of the environment; null where it names none. */
export function serverOfEnvironment(environment: Environment): MailServerInForce | null {
  const url = environment.get('SMTP_URL');
  return url === undefined ? null : { connection: { url }, from: environment.get('MAIL_FROM') };
}

/**
 * Which mail server holds: that of the environment, otherwise what an administrator has entered. Kept in the process, and
 * read again when any instance changes it.
 */
@Injectable()
export class MailServers extends OutgoingMail implements OnModuleInit {
  private readonly log = new Logger(MailServers.name);
  private readonly ofEnvironment: MailServerInForce | null;
  private entered: MailServerAddress | null = null;
  private ofAdministrator: MailServerInForce | null = null;
  private readonly kept: KeptReading;

  constructor(
    environment: Environment,
    private readonly repository: MailServerRepository,
    private readonly seal: MailPasswordSeal,
    feed: ChangeFeed,
  ) {
    super();
    this.ofEnvironment = serverOfEnvironment(environment);
    this.kept = new KeptReading(feed, 'site', 'the mail server', () => this.read());
  }

  async onModuleInit(): Promise<void> {
    await this.read();
  }

  get leaves(): boolean {
    return this.current !== null;
  }

  /** Null where no mail can leave. */
  get current(): MailServerInForce | null {
    return this.ofEnvironment ?? this.ofAdministrator;
  }

  /** Whether the environment decides, whatever is entered. */
  get fixed(): boolean {
    return this.ofEnvironment !== null;
  }

  /** @returns what an administrator has entered, after every change this process has heard of */
  async latest(): Promise<MailServerAddress | null> {
    await this.kept.settled;
    return this.entered;
  }

  /** Reads again; whoever enters a server calls it after the commit. */
  renew(): Promise<void> {
    return this.kept.renew();
  }

  private async read(): Promise<void> {
    const stored = await this.repository.read(RequestContext.system());
    if (stored === null) {
      this.entered = this.ofAdministrator = null;
      return;
    }
    const { sealedPassword, ...address } = stored;
    const password = sealedPassword && this.seal.open(sealedPassword, address);
    if (sealedPassword && password === null)
      this.log.error('the password of the mail server does not open with the keys of this community');
    const { host, port, encryption, userName, senderName, senderAddress } = address;
    this.entered = address;
    this.ofAdministrator = {
      connection: {
        ...{ host, port, secure: encryption === 'tls' },
        ...{ requireTLS: encryption === 'starttls', ignoreTLS: encryption === 'none' },
        ...(userName === null ? {} : { auth: { user: userName, pass: password ?? '' } }),
      },
      from: { name: senderName, address: senderAddress },
    };
  }
}
