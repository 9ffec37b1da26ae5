import { Injectable } from '@nestjs/common';
import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PostObject, ThreadLoader } from '@kundig/forum/server';
import { Access, BatchLoader, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { AnswerHelpedService } from '../helped/answer-helped.service.js';
import { HelpedRepository, NO_ANSWERS, type HelpedCounts } from '../helped/helped.repository.js';
import {
  AnswerHelpedInput,
  AnswerHelpedResult,
  answerHelpedSchema,
  AnswerHelpedSuccess,
  HelpedCountsObject,
} from './helped.object.js';

/** Answers by post, one statement for a page. */
@Injectable()
export class HelpedLoader extends BatchLoader<HelpedCounts> {
  constructor(private readonly helped: HelpedRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, postIds: readonly string[]): Promise<HelpedCounts[]> {
    const found = await this.helped.totals(ctx, postIds);
    return postIds.map((id) => found.get(id) ?? NO_ANSWERS);
  }
}

/** *Hat das geholfen?*: asked of everybody, answered for those who look after the board. */
@Resolver(() => PostObject)
export class HelpedResolver {
  constructor(
    private readonly answers: HelpedLoader,
    private readonly threads: ThreadLoader,
    private readonly answerService: AnswerHelpedService,
  ) {}

  @Mutation(() => AnswerHelpedResult, {
    description: 'Whether a solution helped. The first answer of a browser counts; safe to repeat.',
  })
  @Access.public()
  async answerHelped(
    @Ctx() ctx: RequestContext,
    @Input(answerHelpedSchema, () => AnswerHelpedInput) { postId, answer }: AnswerHelpedInput,
  ): Promise<AnswerHelpedSuccess> {
    await this.answerService.execute(ctx, postId, answer);
    return succeed(AnswerHelpedSuccess, { path: `/p/${postId}/helped` });
  }

  @ResolveField(() => HelpedCountsObject, {
    nullable: true,
    description: 'Of a solution; null for all but the moderators of its board.',
  })
  async helped(@Ctx() ctx: RequestContext, @Parent() { row }: PostObject): Promise<HelpedCounts | null> {
    if (row.solutionAt === null || row.isStub || !ctx.actor.canSomewhere('forum:moderate')) return null;
    const thread = await this.threads.load(ctx, row.threadId);
    return thread && ctx.actor.can('forum:moderate', thread.boardId) ? this.answers.load(ctx, row.id) : null;
  }
}
