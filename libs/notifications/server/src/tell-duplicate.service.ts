import { Injectable } from '@nestjs/common';
import { DuplicateMarked, type DuplicateRef } from '@kundig/forum/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery } from '@kundig/pseudonyms/server';
import { DuplicateTexts } from './duplicate-texts.js';
import { NoticedDuplicates } from './noticed-duplicates.js';
import { SECOND_THOUGHTS } from './second-thoughts.js';

/** Leads everybody who follows a thread, its author among them, to the one that asked the same before. */
@Injectable()
export class TellDuplicateService {
  constructor(
    private readonly duplicates: NoticedDuplicates,
    private readonly texts: DuplicateTexts,
    private readonly delivery: AuthorDelivery,
  ) {}

  /** Once for two threads, and nothing where the mark was taken back meanwhile, or led elsewhere. Safe to repeat. */
  @OnEvent(DuplicateMarked, SECOND_THOUGHTS)
  async execute(ctx: RequestContext, { threadId, canonicalId, markedBy }: DuplicateRef): Promise<void> {
    const [duplicate] = await this.duplicates.of(ctx, [threadId]);
    if (duplicate?.canonical.id !== canonicalId) return;
    const { thread, canonical, openingId, readers } = duplicate;
    await this.delivery.deliverToFollowers(ctx, {
      occasion: 'duplicate',
      exceptIds: [markedBy],
      askerId: null,
      threadId: thread.id,
      namedThreadId: canonical.id,
      postId: openingId,
      position: 1,
      content: this.texts.of(duplicate),
      mention: null,
      readers,
      onceKey: `duplicate:${thread.id}:${canonical.id}`,
    });
  }
}
