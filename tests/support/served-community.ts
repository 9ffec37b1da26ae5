import { afterAll, beforeAll } from '@jest/globals';
import { Browser } from './browser.js';
import { TestCommunity, type TestMember } from './community.js';
import { WebProcess } from './web-process.js';

/** A community and a web process over it, for tests of what only a request can show. */
export class ServedCommunity {
  community!: TestCommunity;
  web!: WebProcess;

  /** Starts and ends both around the tests of a file. */
  static open(): ServedCommunity {
    const served = new ServedCommunity();
    beforeAll(async () => {
      served.community = await TestCommunity.start();
      served.web = await WebProcess.start(served.community);
    });
    afterAll(async () => {
      Browser.closeAll();
      await served.web?.close();
      await served.community?.close();
    });
    return served;
  }

  /** @returns the data somebody's browser gets; null or absent where the whole answer is refused */
  async ask<Data>(member: TestMember, document: string, variables?: Record<string, unknown>) {
    const { data } = await (await this.web.as(member)).graphql<Data>(document, variables);
    return data;
  }

  /** Every mail to somebody, sent or not, the oldest first. */
  mailsTo({ mail }: TestMember): Promise<{ subject: string; text: string }[]> {
    return this.community.owner.query(
      'SELECT subject, text FROM identity.outbox_mail WHERE recipient = $1 ORDER BY created_at, id',
      [mail],
    );
  }
}
