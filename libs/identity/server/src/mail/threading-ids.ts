import { Injectable } from '@nestjs/common';
import { Environment, KeyRing } from '@kundig/platform/server';

/** The message id under which a mailbox groups the mails about one thread; another mailbox sees another one. */
@Injectable()
export class ThreadingIds {
  constructor(
    private readonly environment: Environment,
    private readonly keys: KeyRing,
  ) {}

  of(accountId: string, threadId: string): string {
    const host = new URL(this.environment.baseUrl).hostname;
    return `<${this.keys.sign('mail-thread', `${accountId}|${threadId}`, this.keys.oldestVersion)}@${host}>`;
  }

  /** Headers of a mail that tells of a thread; what is redacted there is looked for in mails that bear them. */
  headers(accountId: string, threadId: string): Record<string, string> {
    const root = this.of(accountId, threadId);
    return { 'In-Reply-To': root, References: root };
  }
}
