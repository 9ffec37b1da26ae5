import type { Locale } from '@kundig/platform/server';

/** Who has notified the operator of unlawful content. */
export interface Notifier {
  /** Primary key of the notice. */
  readonly noticeId: string;
  /** Null where the law lets people stay unnamed. */
  readonly name: string | null;
  /** Null where no answer can be sent. */
  readonly mail: string | null;
  /** Language of the answers. */
  readonly locale: Locale;
}

/** What moderators learn of a notifier: never the address. */
export type NamedNotifier = Pick<Notifier, 'noticeId' | 'name'>;
