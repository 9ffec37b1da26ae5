/** Whether mails can leave. Provided by identity, which sends them. */
export abstract class OutgoingMail {
  /** Whether a mail server is set, in the environment or by an administrator. */
  abstract get leaves(): boolean;
}
