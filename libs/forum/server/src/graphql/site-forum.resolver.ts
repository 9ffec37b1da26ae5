import { Int, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock, Ctx, daysBefore, SiteInfo, type RequestContext } from '@kundig/platform/server';
import { ThreadRepository } from '../storage/thread.repository.js';

const WINDOW_DAYS = 90;
/** Below so many questions a median says more about chance than about the community. */
const ENOUGH_QUESTIONS = 30;

/** What the forum knows of the community as a whole. */
@Resolver(() => SiteInfo)
export class SiteForumResolver {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'Median minutes from a public question to its first answer, last 90 days; null below 30 questions.',
  })
  async medianAnswerMinutes(@Ctx() ctx: RequestContext): Promise<number | null> {
    const { questions, minutes } = await this.threads.medianAnswer(
      ctx,
      daysBefore(this.clock.now(), WINDOW_DAYS),
    );
    return questions >= ENOUGH_QUESTIONS ? minutes : null;
  }
}
