import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { MailServers, type MailServerInForce } from './mail-servers.js';

/** A server that is silent for longer is as good as down. */
const TIMEOUTS_MS = {
  dnsTimeout: 5_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
};

const transporterTo = ({ connection }: MailServerInForce): Transporter =>
  createTransport({ ...connection, ...TIMEOUTS_MS });

/** Connects, greets and signs in, as for a mail. @throws Error saying what the server did not like */
export async function greet(server: MailServerInForce): Promise<void> {
  const transporter = transporterTo(server);
  try {
    await transporter.verify();
  } finally {
    transporter.close();
  }
}

/** The way to the mail server in force, if there is one; another server that is entered is used from the next mail on. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private open: { readonly server: MailServerInForce; readonly transporter: Transporter } | null = null;

  constructor(private readonly servers: MailServers) {}

  get configured(): boolean {
    return this.servers.leaves;
  }

  /** @throws Error of the connection or the server */
  async send(mail: SendMailOptions): Promise<void> {
    const server = this.servers.current!;
    await this.to(server).sendMail({
      from: server.from,
      ...mail,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  onApplicationShutdown(): void {
    this.open?.transporter.close();
  }

  private to(server: MailServerInForce): Transporter {
    if (this.open?.server !== server) {
      this.open?.transporter.close();
      this.open = { server, transporter: transporterTo(server) };
    }
    return this.open.transporter;
  }
}
