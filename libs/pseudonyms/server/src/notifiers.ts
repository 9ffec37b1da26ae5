import { Injectable } from '@nestjs/common';
import { IdentityPort, type MailContent, type NamedNotifier, type Notifier } from '@kundig/identity/server';
import type { Locale } from '@kundig/platform/server';

/** Hands over to identity who has notified the operator of unlawful content, and what they are answered. */
@Injectable()
export class Notifiers {
  constructor(private readonly identity: IdentityPort) {}

  /** @throws TooManyRequests for the mail */
  keep(notifier: Notifier): Promise<void> {
    return this.identity.keepNotifier(notifier);
  }

  /** One statement for any number. */
  names(noticeIds: readonly string[]): Promise<NamedNotifier[]> {
    return this.identity.notifierNames(noticeIds);
  }

  /** Says nothing about whether a mail is sent. @param about keys of the threads and articles it may quote */
  answer(
    noticeId: string,
    content: Readonly<Record<Locale, MailContent>>,
    onceKey: string,
    about: readonly string[],
  ): Promise<void> {
    return this.identity.writeToNotifier(noticeId, content, onceKey, about);
  }
}
