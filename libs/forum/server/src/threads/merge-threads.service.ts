import { Injectable } from '@nestjs/common';
import {
  Clock,
  EventBus,
  escapeMarkdown,
  MARKDOWN_MAX_LENGTH,
  PageInvalidation,
  type RequestContext,
} from '@kundig/platform/server';
import { ThreadsMerged, type MergedThreadRefs } from '../forum.events.js';
import { PostTexts } from '../posts/post-text.service.js';
import { DuplicateRepository } from '../storage/duplicate.repository.js';
import { PostRepository } from '../storage/post.repository.js';
import { SolutionProposalRepository } from '../storage/solution-proposal.repository.js';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';

/**
 * Lets a thread go over into another one, with everything that follows for pages, search and counters. Its posts stand
 * behind those of the other in their order, with their authors, addresses, thanks, solutions and files; its own address
 * leads there. Who may do so is decided by the caller, in the caller's transaction.
 */
@Injectable()
export class MergeThreads {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly proposals: SolutionProposalRepository,
    private readonly duplicates: DuplicateRepository,
    private readonly texts: PostTexts,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /**
   * @param from locked by the transaction, as is `into`
   * @returns what `FollowRegrouping` needs to follow at once, after the commit
   */
  async apply(tx: RequestContext, from: Thread, into: Thread): Promise<MergedThreadRefs> {
    const now = this.clock.now();
    const merged = { fromId: from.id, intoId: into.id, offset: into.postCount };
    await this.keepLabel(tx, from);
    await this.posts.append(tx, merged);
    await this.proposals.endStrayed(tx, from.id, now);
    await this.threads.recount(tx, into.id);
    const [solution] = await this.posts.solutions(tx, [into.id]);
    await this.threads.update(tx, into.id, {
      ...this.texts.ofSolution(solution),
      viewCount: into.viewCount + from.viewCount,
    });
    const regrouped = await this.duplicates.follow(tx, from, into);
    await this.threads.leaveAddress(tx, merged, now);
    await this.events.emit(tx, now, new ThreadsMerged(merged));
    for (const { id, boardId } of [from, into])
      await this.pages.drop(tx, 'home', `thread:${id}`, `board:${boardId}`);
    await this.pages.drop(tx, ...regrouped.map((id) => `thread:${id}` as const));
    return merged;
  }

  /** What the thread was called and asked beside the question stands above its first words from now on. */
  private async keepLabel(tx: RequestContext, { id, title, details, lang }: Thread): Promise<void> {
    const opening = await this.posts.lockOpening(tx, id);
    if (opening.isStub) return;
    const answers = details.map(
      ({ labelDe, labelEn, value }) => `${lang === 'de' ? labelDe : labelEn}: ${value}`,
    );
    const label = [title, ...answers].map((line) => `**${escapeMarkdown(line)}**`).join('\n\n');
    const bodyMd = `${label}\n\n${opening.bodyMd}`;
    if (bodyMd.length > MARKDOWN_MAX_LENGTH) return;
    await this.posts.update(tx, opening.id, {
      ...(await this.texts.written(tx, bodyMd)),
      lang: opening.lang,
    });
  }
}
