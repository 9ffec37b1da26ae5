import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { Environment } from '@kundig/platform/server';

/** A server that is silent for longer is as good as down. */
const TIMEOUTS_MS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** The operator's mail server, if there is one. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly transporter: Transporter | null;

  constructor(environment: Environment) {
    const url = environment.get('SMTP_URL');
    this.transporter = url === undefined ? null : createTransport({ url, ...TIMEOUTS_MS });
  }

  get configured(): boolean {
    return this.transporter !== null;
  }

  async send(mail: SendMailOptions): Promise<void> {
    await this.transporter!.sendMail({ ...mail, disableFileAccess: true, disableUrlAccess: true });
  }

  /** Connects, greets and signs in, as for a mail. @throws Error saying what the server did not like */
  async greet(): Promise<void> {
    await this.transporter!.verify();
  }

  onApplicationShutdown(): void {
    this.transporter?.close();
  }
}
