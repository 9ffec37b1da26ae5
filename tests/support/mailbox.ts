import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire. */
export interface ReceivedMail {
  readonly from: string;
  /** Envelope recipients. */
  readonly to: readonly string[];
  /** Header names in lower case; folded lines joined. */
  readonly headers: Readonly<Record<string, string>>;
  /** Everything, with quoted-printable decoded. */
  readonly text: string;
  /** In bytes, as it came. */
  readonly size: number;
}

export interface MailboxOptions {
  /** Takes mails of nobody else. */
  readonly account?: { readonly user: string; readonly password: string };
  /** Offers STARTTLS, with a certificate that nobody has signed. */
  readonly encrypts?: boolean;
}

/** A real mail server of the test's own, which can be told to refuse. */
export class Mailbox {
  readonly received: ReceivedMail[] = [];
  /** Told of each mail as it comes. */
  onMail: (mail: ReceivedMail) => void = () => undefined;
  /** Answers to the next mails, one each, before they are accepted: an SMTP code, or `drop` for a cut line. */
  readonly refusals: (number | 'drop')[] = [];

  private constructor(private readonly server: SMTPServer) {}

  static async open({ account, encrypts = false }: MailboxOptions = {}): Promise<Mailbox> {
    const sockets = new Set<Socket>();
    const server = new SMTPServer({
      disabledCommands: [...(account ? [] : ['AUTH']), ...(encrypts ? [] : ['STARTTLS'])],
      allowInsecureAuth: true, // it is this machine
      onAuth: ({ username, password }, _session, done) =>
        username === account?.user && password === account?.password
          ? done(null, { user: username })
          : done(new Error('name and password do not belong together')),
      logger: false,
      onRcptTo: (_address, _session, done) => {
        const code = mailbox.refusals.find((refusal) => typeof refusal === 'number' && refusal >= 550);
        if (code === undefined) return done();
        mailbox.refusals.splice(mailbox.refusals.indexOf(code), 1);
        done(Object.assign(new Error('no such mailbox'), { responseCode: code as number }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const refusal = mailbox.refusals.shift();
          if (refusal === 'drop') return void [...sockets].forEach((socket) => socket.destroy());
          if (refusal) return done(Object.assign(new Error('try later'), { responseCode: refusal }));
          const { mailFrom, rcptTo } = session.envelope;
          const mail = parse(
            Buffer.concat(chunks).toString(),
            mailFrom ? mailFrom.address : '',
            rcptTo.map(({ address }) => address),
          );
          mailbox.received.push(mail);
          mailbox.onMail(mail);
          done();
        });
      },
    });
    const mailbox = new Mailbox(server);
    server.server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return mailbox;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** @returns mails to an address, oldest first */
  to(address: string): ReceivedMail[] {
    return this.received.filter(({ to }) => to.includes(address));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function parse(raw: string, from: string, to: string[]): ReceivedMail {
  const [head = ''] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const bytes = raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return {
    ...{ from, to, headers },
    text: Buffer.from(bytes, 'latin1').toString('utf8'),
    size: Buffer.byteLength(raw),
  };
}

/** @returns the token of the first link of that kind in a mail */
export function tokenIn(
  { text }: ReceivedMail,
  page:
    | 'confirm'
    | 'reset-password'
    | 'unsubscribe'
    | 'ask/publish'
    | 'invitation'
    | 'same-problem/confirm'
    | 'settings/account/mail',
): string {
  const token = new RegExp(`/${page}/([\\w.-]+)`).exec(text)?.[1];
  if (!token) throw new Error(`no ${page} link in the mail`);
  return token;
}
