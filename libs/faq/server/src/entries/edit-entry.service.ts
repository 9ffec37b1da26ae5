import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  NotFound,
  WriteLimits,
  type Locale,
  type RequestContext,
} from '@kundig/platform/server';
import { BoardRepository } from '@kundig/forum/server';
import { faqPolicy } from '../faq.policy.js';
import { FaqEntryRepository, type FaqText } from '../storage/faq-entry.repository.js';
import { EntryTexts } from './entry-texts.js';

export interface EditEntry {
  /** Public id of the entry. */
  readonly entryId: string;
  readonly question: string;
  /** Markdown. */
  readonly answer: string;
  /** Stays as it is when absent. */
  readonly lang?: Locale;
  /** Public id of the board it is to stand in; stays when absent. */
  readonly boardId?: string;
  readonly clientKey: string;
}

/** Writes a new revision of an entry; what was released before stays in force until somebody else releases this one. */
@Injectable()
export class EditEntryService {
  constructor(
    private readonly database: AppDatabase,
    private readonly boards: BoardRepository,
    private readonly entries: FaqEntryRepository,
    private readonly texts: EntryTexts,
    private readonly limits: WriteLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat with the same client key. Whoever changes nothing does not become the author, so that a look at the
   * form costs nobody the right to release.
   * @throws NotFound   no such entry or board, or not the editor's
   * @throws NotAllowed the board is not public
   * @throws InvalidInput on `question` or `answer`: it tells what has to go, as the operator demands
   */
  async execute(ctx: RequestContext, input: EditEntry): Promise<FaqText> {
    const found = await this.entries.findLatest(ctx, { publicId: input.entryId });
    if (!found) throw new NotFound();
    const boards = (await this.boards.known(ctx)).map(({ board }) => board);
    const from = boards.find(({ id }) => id === found.boardId);
    const to = input.boardId ? boards.find(({ publicId }) => publicId === input.boardId) : from;
    if (!from || !to) throw new NotFound();
    for (const board of [from, to]) faqPolicy.mayEdit(ctx.actor, board).orThrow();
    this.texts.refuseLeaks(ctx, input);
    await this.limits.consume(ctx, 'edit');
    const editedBy = ctx.actor.memberId!;
    await this.database.transaction(ctx, async (tx) => {
      const entry = await this.entries.lock(tx, found.entryId);
      const latest = (await this.entries.findLatest(tx, { publicId: input.entryId }))!;
      const text = this.texts.of(input.question, input.answer);
      const next = { boardId: to.id, lang: input.lang ?? latest.lang, ...text };
      if (!entry.withdrawnAt && says(latest, next)) return;
      const sent = { entryId: entry.id, editedBy, clientKey: input.clientKey };
      if (await this.entries.wasSent(tx, sent)) return;
      const number = entry.latestNumber + 1;
      await this.entries.addRevision(tx, { ...next, ...sent, number, editedAt: this.clock.now() });
      await this.entries.update(tx, entry.id, { latestNumber: number, withdrawnAt: null });
    });
    return (await this.entries.findLatest(ctx, { publicId: input.entryId }))!;
  }
}

const says = (text: FaqText, next: Pick<FaqText, 'question' | 'answerMd' | 'lang' | 'boardId'>): boolean =>
  text.question === next.question &&
  text.answerMd === next.answerMd &&
  text.lang === next.lang &&
  text.boardId === next.boardId;
