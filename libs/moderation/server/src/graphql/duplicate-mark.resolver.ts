import { Mutation, Resolver } from '@nestjs/graphql';
import { ForumPresenter, threadPath, type Thread } from '@kundig/forum/server';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { MarkDuplicateService, type MarkDuplicate } from '../threads/mark-duplicate.service.js';
import type { ThreadToModerate } from '../threads/moderated-thread.js';
import { UnmarkDuplicateService } from '../threads/unmark-duplicate.service.js';
import {
  MarkDuplicateInput,
  markDuplicateSchema,
  ModerateThreadInput,
  moderateThreadSchema,
} from './moderation.inputs.js';
import {
  MarkDuplicateResult,
  MarkDuplicateSuccess,
  UnmarkDuplicateResult,
  UnmarkDuplicateSuccess,
} from './moderation.results.js';

/** Which threads ask what others have asked; each mark is in the audit log and can be taken back. */
@Resolver()
export class DuplicateMarkResolver {
  constructor(
    private readonly present: ForumPresenter,
    private readonly markService: MarkDuplicateService,
    private readonly unmarkService: UnmarkDuplicateService,
  ) {}

  @Mutation(() => MarkDuplicateResult, {
    description:
      'Leads readers of a thread to the one that asked the same before, or to where that one leads; nothing moves. Safe to repeat.',
  })
  @Access.permission('forum:moderate')
  async markDuplicate(
    @Ctx() ctx: RequestContext,
    @Input(markDuplicateSchema, () => MarkDuplicateInput) input: MarkDuplicate,
  ): Promise<MarkDuplicateSuccess> {
    const thread = await this.markService.execute(ctx, input);
    return succeed(MarkDuplicateSuccess, this.shown(ctx, thread, 'duplicateMarked'));
  }

  @Mutation(() => UnmarkDuplicateResult, {
    description: 'Lets a duplicate stand for itself again. Safe to repeat.',
  })
  @Access.permission('forum:moderate')
  async unmarkDuplicate(
    @Ctx() ctx: RequestContext,
    @Input(moderateThreadSchema, () => ModerateThreadInput) input: ThreadToModerate,
  ): Promise<UnmarkDuplicateSuccess> {
    const thread = await this.unmarkService.execute(ctx, input);
    return succeed(UnmarkDuplicateSuccess, this.shown(ctx, thread, 'duplicateUnmarked'));
  }

  /** @param done the word by which the page of the thread says what has happened to it */
  private shown(ctx: RequestContext, thread: Thread, done: string) {
    return { path: `${threadPath(thread)}?done=${done}`, thread: this.present.thread(ctx, thread) };
  }
}
