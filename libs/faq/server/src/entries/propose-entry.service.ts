import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  NotAllowed,
  NotFound,
  Randomness,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { BoardRepository, PostRepository, ThreadRepository } from '@kundig/forum/server';
import { FAQ_LIMITS } from '../faq.limits.js';
import { faqPolicy } from '../faq.policy.js';
import { FaqEntryRepository, type FaqText } from '../storage/faq-entry.repository.js';
import { EntryTexts } from './entry-texts.js';

export interface ProposeEntry {
  /** Public id of a solved question in a public board. */
  readonly threadId: string;
  readonly clientKey: string;
}

/** Makes an entry of a solved question: its title asks, its first solution answers. */
@Injectable()
export class ProposeEntryService {
  constructor(
    private readonly database: AppDatabase,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly boards: BoardRepository,
    private readonly entries: FaqEntryRepository,
    private readonly texts: EntryTexts,
    private readonly limits: WriteLimits,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  /**
   * Safe to repeat: a thread has one entry, and a live one is returned as it is. One that was withdrawn begins anew.
   * @throws NotFound   no such thread, or not to be read, or not the editor's board
   * @throws NotAllowed the board is not public, or the question is not solved
   */
  async execute(ctx: RequestContext, { threadId, clientKey }: ProposeEntry): Promise<FaqText> {
    const thread = await this.threads.findReadable(ctx, threadId);
    if (!thread || thread.hiddenAt || thread.deletedAt) throw new NotFound();
    const place = (await this.boards.known(ctx)).find(({ board }) => board.id === thread.boardId)!;
    faqPolicy.mayEdit(ctx.actor, place.board).orThrow();
    const [solution] = await this.posts.solutions(ctx, [thread.id]);
    if (thread.kind !== 'question' || !solution) throw new NotAllowed('faq:error.notSolved');
    await this.limits.consume(ctx, 'edit');
    const now = this.clock.now();
    await this.database.transaction(ctx, async (tx) => {
      const id = this.random.uuid();
      const isNew = await this.entries.insert(tx, {
        id,
        publicId: this.random.publicId(),
        threadId: thread.id,
        postId: solution.id,
        latestNumber: 1,
        createdAt: now,
      });
      const entry = await this.entries.lock(
        tx,
        isNew ? id : (await this.entries.findLatest(tx, { threadId: thread.id }))!.entryId,
      );
      if (!isNew && !entry.withdrawnAt) return;
      const number = isNew ? 1 : entry.latestNumber + 1;
      await this.entries.addRevision(tx, {
        entryId: entry.id,
        number,
        boardId: thread.boardId,
        lang: thread.lang,
        ...this.texts.of(thread.title.slice(0, FAQ_LIMITS.questionMax), solution.bodyMd),
        editedBy: ctx.actor.memberId!,
        editedAt: now,
        clientKey,
      });
      await this.entries.update(tx, entry.id, {
        latestNumber: number,
        postId: solution.id,
        withdrawnAt: null,
        review: null,
      });
    });
    return (await this.entries.findLatest(ctx, { threadId: thread.id }))!;
  }
}
