import { Mutation, Resolver } from '@nestjs/graphql';
import { CommentObject, commentPath } from '@kundig/blog/server';
import { ForumPresenter } from '@kundig/forum/server';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { RedactArticleService, type RedactArticle } from '../redaction/redact-article.service.js';
import { RedactCommentService, type RedactComment } from '../redaction/redact-comment.service.js';
import { RedactPassageService, type RedactPassage } from '../redaction/redact-passage.service.js';
import {
  RedactArticleInput,
  redactArticleSchema,
  RedactCommentInput,
  redactCommentSchema,
  RedactPassageInput,
  redactPassageSchema,
} from './moderation.inputs.js';
import {
  RedactArticleResult,
  RedactArticleSuccess,
  RedactCommentResult,
  RedactCommentSuccess,
  RedactPassageResult,
  RedactPassageSuccess,
} from './moderation.results.js';

/** Taking out for good what should never have been written. */
@Resolver()
export class RedactionResolver {
  constructor(
    private readonly present: ForumPresenter,
    private readonly redactService: RedactPassageService,
    private readonly redactCommentService: RedactCommentService,
    private readonly redactArticleService: RedactArticleService,
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

  @Mutation(() => RedactCommentResult, {
    description:
      'Takes a passage out of a comment of the blog and of quotations of it, for good; authors for their own, moderators for all.',
  })
  @Access.member()
  async redactComment(
    @Ctx() ctx: RequestContext,
    @Input(redactCommentSchema, () => RedactCommentInput) input: RedactComment,
  ): Promise<RedactCommentSuccess> {
    const comment = await this.redactCommentService.execute(ctx, input);
    return succeed(RedactCommentSuccess, { path: commentPath(comment), comment: CommentObject.of(comment) });
  }

  @Mutation(() => RedactArticleResult, {
    description:
      'Takes a passage out of every version of an article, unfinished texts, quotations and search, for good.',
  })
  @Access.permission('blog:write')
  async redactArticle(
    @Ctx() ctx: RequestContext,
    @Input(redactArticleSchema, () => RedactArticleInput) input: RedactArticle,
  ): Promise<RedactArticleSuccess> {
    await this.redactArticleService.execute(ctx, input);
    return succeed(RedactArticleSuccess, { path: `/desk/blog/${input.articleId}` });
  }
}
