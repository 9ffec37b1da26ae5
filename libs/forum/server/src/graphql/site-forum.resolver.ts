import { Int, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Clock,
  Ctx,
  daysBefore,
  minutesBefore,
  SiteInfo,
  type RequestContext,
} from '@kundig/platform/server';
import { ThreadRepository } from '../storage/thread.repository.js';

const WINDOW_DAYS = 90;
/** How long a figure over 90 days stays true enough. */
const KEEP_MINUTES = 10;
/** Below so many questions a median says more about chance than about the community. */
const ENOUGH_QUESTIONS = 30;

/** What the forum knows of the community as a whole. */
@Resolver(() => SiteInfo)
export class SiteForumResolver {
  private kept: { until: Date; median: Promise<number | null> } | undefined;

  constructor(
    private readonly threads: ThreadRepository,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'Median minutes from a public question to its first answer, last 90 days; null below 30 questions.',
  })
  medianAnswerMinutes(@Ctx() ctx: RequestContext): Promise<number | null> {
    const now = this.clock.now();
    if (!this.kept || this.kept.until < now)
      this.kept = { until: minutesBefore(now, -KEEP_MINUTES), median: this.median(ctx, now) };
    this.kept.median.catch(() => (this.kept = undefined)); // the next page asks again
    return this.kept.median;
  }

  private async median(ctx: RequestContext, now: Date): Promise<number | null> {
    const { questions, minutes } = await this.threads.medianAnswer(ctx, daysBefore(now, WINDOW_DAYS));
    return questions >= ENOUGH_QUESTIONS ? minutes : null;
  }
}
