import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { LeakQuestion } from '@kundig/leak-guard/server';
import { Access, Ctx, Input, parseInput, succeed, type RequestContext } from '@kundig/platform/server';
import type { z } from 'zod';
import { SettleQuestionService, type Settlement } from '../settling/settle-question.service.js';
import { ForumPresenter } from './forum.presenter.js';
import {
  QuestionToSettleObject,
  SettleQuestionInput,
  SettleQuestionResult,
  settleQuestionSchema,
  SettleQuestionSuccess,
  tokenSchema,
} from './settle-question.object.js';
import { threadPath } from './thread.object.js';

/** The page behind the link of the mail that asks whether a question is solved. Reading it changes nothing. */
@Resolver()
export class SettleQuestionResolver {
  constructor(
    private readonly settle: SettleQuestionService,
    private readonly leaks: LeakQuestion,
    private readonly present: ForumPresenter,
  ) {}

  @Query(() => QuestionToSettleObject, {
    nullable: true,
    description: 'By the token in the mail; null when it is not valid any more.',
  })
  @Access.public()
  async questionToSettle(
    @Ctx() ctx: RequestContext,
    @Args('token') token: string,
  ): Promise<QuestionToSettleObject | null> {
    parseInput(tokenSchema, { token });
    const found = await this.settle.find(ctx, token);
    return (
      found && {
        thread: this.present.thread(ctx, found.thread),
        answers: found.answers.map((post) => this.present.post(ctx, post)),
      }
    );
  }

  @Mutation(() => SettleQuestionResult, {
    description: 'What the asker answers, by the token in the mail and without signing in.',
  })
  @Access.public()
  async settleQuestion(
    @Ctx() ctx: RequestContext,
    @Input(settleQuestionSchema, () => SettleQuestionInput)
    { token, ...settlement }: z.output<typeof settleQuestionSchema>,
  ): Promise<SettleQuestionSuccess> {
    const answer = async (settled: Settlement): Promise<SettleQuestionSuccess> => {
      const { thread, isHeld } = await this.settle.execute(ctx, token, settled);
      return succeed(SettleQuestionSuccess, {
        path: isHeld ? `/solved/${token}?held=1` : threadPath(thread),
      });
    };
    return settlement.outcome === 'self-solved'
      ? this.leaks.settle(ctx, settlement, answer)
      : answer(settlement);
  }
}
