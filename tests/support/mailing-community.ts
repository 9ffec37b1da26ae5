import { afterAll, beforeAll } from '@jest/globals';
import { TestCommunity } from './community.js';
import { Mailbox } from './mailbox.js';

/** A community and the mail server it sends to. */
export interface MailingCommunity {
  readonly community: TestCommunity;
  readonly mailbox: Mailbox;
}

/**
 * Starts and ends both around the tests of a file.
 * @param take      is given them before what the file itself does first
 * @param variables of the environment that differ from the defaults of tests
 */
export function withMailingCommunity(
  take: (own: MailingCommunity) => void,
  variables: Record<string, string> = {},
): void {
  let mailbox: Mailbox | undefined;
  let community: TestCommunity | undefined;
  beforeAll(async () => {
    mailbox = await Mailbox.open();
    community = await TestCommunity.start({ SMTP_URL: mailbox.url, ...variables });
    take({ community, mailbox });
  });
  afterAll(async () => {
    await community?.close();
    await mailbox?.close();
  });
}
