import { ExpectedError } from '@kundig/platform/server';

/** Longest answer of a server that is shown, in characters. */
const LONGEST_ANSWER = 300;

/** Node's codes, which nodemailer keeps, and its own for the step that failed, by the key of our words for it. */
const STEPS: Readonly<Record<string, string>> = {
  EDNS: 'unknownHost',
  ENOTFOUND: 'unknownHost',
  EAI_AGAIN: 'unknownHost',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
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

/** Node's codes for a certificate that is not trusted, has expired, or names another host. */
const CERTIFICATE = /CERT|UNABLE_TO_/;
/** Those for a server that speaks otherwise: often the port of the other kind of encryption. */
const ENCRYPTION = /^ERR_SSL_|^EPROTO$/;

/** What nodemailer throws. */
interface TransportFailure {
  readonly code?: string;
  /** Of Node, where `code` is nodemailer's. */
  readonly originalCode?: string;
  readonly response?: string;
  readonly message: string;
}

/** The mail server did not take a mail; says at which step, and what the server answered. */
export class MailRefused extends ExpectedError {
  /** @param failure what the transport threw */
  constructor(failure: unknown) {
    const { response, message } = failure as TransportFailure;
    const answer = (response ?? message).replace(/\s+/g, ' ').trim().slice(0, LONGEST_ANSWER);
    super('MailRefusedError', `identity:mailServer.${stepOf(failure as TransportFailure)}`, {
      params: { answer },
    });
  }
}

function stepOf({ code = '', originalCode = code }: TransportFailure): string {
  if (CERTIFICATE.test(originalCode)) return 'certificate';
  if (ENCRYPTION.test(originalCode)) return 'encryption';
  return STEPS[originalCode] ?? STEPS[code] ?? 'other';
}
