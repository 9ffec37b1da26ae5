import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import {
  EditEntryService,
  ProposeEntryService,
  ReleaseEntryService,
  WithdrawEntryService,
} from '@kundig/faq/server';
import {
  MarkSolutionService,
  PostVisibility,
  type Board,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import { AppDatabase, RequestContext } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

/** An entry as editors see it. */
interface DeskRow {
  id: string;
  status: string;
  review: string | null;
  inForce: boolean;
  revision: number;
  viewerMayRelease: boolean;
  editedBy: string | null;
  approvedBy: string | null;
}

/** Two editors at their desk, with a new board for every test. */
export class FaqEditors {
  community!: TestCommunity;
  anna!: TestMember;
  bert!: TestMember;
  board!: Board;

  /** Sets up and clears away around the tests of a file. */
  static open(): FaqEditors {
    const faq = new FaqEditors();
    let dataDir: string;
    beforeAll(async () => {
      dataDir = await mkdtemp(join(tmpdir(), 'faq-'));
      faq.community = await TestCommunity.start({ DATA_DIR: dataDir });
      faq.anna = await faq.community.withRole('editor');
      faq.bert = await faq.community.withRole('editor');
    });
    beforeEach(async () => {
      faq.board = await faq.community.board();
    });
    afterAll(async () => {
      await faq.community.close();
      await rm(dataDir, { recursive: true });
    });
    return faq;
  }

  /** A question with an accepted answer. */
  async solved(more: { board?: Board; title?: string; answer?: string; anonymous?: boolean } = {}) {
    const { community } = this;
    const [asker, helper] = [await community.member(), await community.member()];
    const thread = await community.question(asker, more.board ?? this.board, more);
    const solution = await community.reply(helper, thread, { body: more.answer, anonymous: more.anonymous });
    await community.get(MarkSolutionService).execute(await community.as(asker), solution.publicId, true);
    return { asker, helper, thread, solution };
  }

  async propose(member: TestMember, { publicId }: Pick<Thread, 'publicId'>) {
    return this.community
      .get(ProposeEntryService)
      .execute(await this.community.as(member), { threadId: publicId, clientKey: randomUUID() });
  }

  async edit(
    member: TestMember,
    entryId: string,
    answer: string,
    more: { clientKey?: string; boardId?: string; lang?: 'de' | 'en' } = {},
  ) {
    return this.community.get(EditEntryService).execute(await this.community.as(member), {
      entryId,
      question: 'Warum klingelt nach dem Umzug nichts?',
      answer,
      clientKey: randomUUID(),
      ...more,
    });
  }

  async release(member: TestMember, entryId: string, revision?: number) {
    return this.community
      .get(ReleaseEntryService)
      .execute(await this.community.as(member), { entryId, revision });
  }

  async withdraw(member: TestMember, entryId: string) {
    return this.community.get(WithdrawEntryService).execute(await this.community.as(member), entryId);
  }

  /** An entry that anna proposed and bert released. */
  async released(more: Parameters<FaqEditors['solved']>[0] = {}) {
    const source = await this.solved(more);
    const { publicId } = await this.propose(this.anna, source.thread);
    await this.release(this.bert, publicId);
    return { ...source, entryId: publicId };
  }

  /** The answer as everybody reads it; null while there is none. */
  async shown(entryId: string): Promise<string | null> {
    const { faqEntry } = await this.community.ask<{ faqEntry: { answer: string } | null }>(
      this.community.visitor(),
      'query ($id: ID!) { faqEntry(id: $id) { answer } }',
      { id: entryId },
    );
    return faqEntry?.answer ?? null;
  }

  async onDesk(member: TestMember, entryId: string): Promise<DeskRow | undefined> {
    const { faqDesk } = await this.community.ask<{ faqDesk: DeskRow[] }>(
      await this.community.as(member),
      '{ faqDesk { id status review inForce revision viewerMayRelease editedBy approvedBy } }',
    );
    return faqDesk.find(({ id }) => id === entryId);
  }

  /** Takes a post out of sight, as a moderator does. */
  hide(post: Pick<Post, 'id'>): Promise<unknown> {
    return this.community
      .get(AppDatabase)
      .transaction(RequestContext.system(), (tx) =>
        this.community.get(PostVisibility).withdraw(tx, post.id, { hiddenReason: 'Enthält Interna.' }),
      );
  }
}
