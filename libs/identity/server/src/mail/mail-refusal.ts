import { ExpectedError } from '@kundig/platform/server';

/** Longest answer of a server that is shown, in characters. */
const LONGEST_ANSWER = 300;

/** What nodemailer calls the step at which it failed, by the key of our words for it. */
const STEPS: Readonly<Record<string, string>> = {
  EDNS: 'unknownHost',
  ENOTFOUND: 'unknownHost',
  ECONNREFUSED: 'unreachable',
  ESOCKET: 'unreachable',
  ECONNECTION: 'unreachable',
  ETIMEDOUT: 'silent',
  EAUTH: 'signIn',
  ENOAUTH: 'signIn',
  ETLS: 'encryption',
  EREQUIRETLS: 'encryption',
  EENVELOPE: 'address',
  EMESSAGE: 'message',
};

/** The mail server did not take a mail; says at which step, and what the server answered. */
export class MailRefused extends ExpectedError {
  /** @param failure what the transport threw */
  constructor(failure: unknown) {
    const { code = '', response, message } = failure as { code?: string; response?: string; message: string };
    const answer = (response ?? message).replace(/\s+/g, ' ').trim().slice(0, LONGEST_ANSWER);
    super('MailRefusedError', `identity:mailServer.${STEPS[code] ?? 'other'}`, { params: { answer } });
  }
}
