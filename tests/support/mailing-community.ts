import { afterAll, beforeAll } from '@jest/globals';
import { TestCommunity } from './community.js';
import { Mailbox } from './mailbox.js';

/** A community and the mail server it sends to. */
export class MailingCommunity {
  community!: TestCommunity;
  mailbox!: Mailbox;

  /**
   * Starts and ends both around the tests of a file.
   * @param variables of the environment that differ from the defaults of tests
   */
  static open(variables: Record<string, string> = {}): MailingCommunity {
    const mailing = new MailingCommunity();
    beforeAll(async () => {
      mailing.mailbox = await Mailbox.open();
      mailing.community = await TestCommunity.start({ SMTP_URL: mailing.mailbox.url, ...variables });
    });
    afterAll(async () => {
      await mailing.community?.close();
      await mailing.mailbox?.close();
    });
    return mailing;
  }
}
