import { Mutation, Resolver } from '@nestjs/graphql';
import { ForumPresenter } from '@kundig/forum/server';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { RedactPassageService, type RedactPassage } from '../redaction/redact-passage.service.js';
import { RedactPassageInput, redactPassageSchema } from './moderation.inputs.js';
import { RedactPassageResult, RedactPassageSuccess } from './moderation.results.js';

/** Taking out for good what should never have been written. */
@Resolver()
export class RedactionResolver {
  constructor(
    private readonly present: ForumPresenter,
    private readonly redactService: RedactPassageService,
  ) {}

  @Mutation(() => RedactPassageResult, {
    description:
      'Takes a passage out of a post, its history, quotations and every copy, for good; authors for their own posts, moderators for all.',
  })
  @Access.member({ evenSuspended: true })
  async redactPassage(
    @Ctx() ctx: RequestContext,
    @Input(redactPassageSchema, () => RedactPassageInput) input: RedactPassage,
  ): Promise<RedactPassageSuccess> {
    const { post, thread } = await this.redactService.execute(ctx, input);
    return succeed(RedactPassageSuccess, {
      path: this.present.postPath(thread, post),
      post: this.present.post(ctx, post),
    });
  }
}
