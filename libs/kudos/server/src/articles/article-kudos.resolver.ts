import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ArticleObject, articlePath, BlogPresenter, CommentObject, commentPath } from '@kundig/blog/server';
import { Access, Ctx, Input, PartOf, succeed, type RequestContext } from '@kundig/platform/server';
import { KudosObject } from '../graphql/kudos.object.js';
import { kudosPolicy } from '../kudos.policy.js';
import {
  ThankArticleInput,
  thankArticleSchema,
  ThankCommentInput,
  thankCommentSchema,
} from './article-kudos.inputs.js';
import { ArticleKudosLoader, CommentKudosLoader } from './article-kudos.loaders.js';
import {
  ThankArticleResult,
  ThankArticleSuccess,
  ThankCommentResult,
  ThankCommentSuccess,
} from './article-kudos.results.js';
import { ThankArticleService } from './thank-article.service.js';

/** Thanks for an article, and what the article shows of it. */
@Resolver(() => ArticleObject)
@PartOf('blog')
export class ArticleKudosResolver {
  constructor(
    private readonly summaries: ArticleKudosLoader,
    private readonly thank: ThankArticleService,
    private readonly present: BlogPresenter,
  ) {}

  @Mutation(() => ThankArticleResult, {
    description: 'Thanks for an article, or takes it back. Safe to repeat.',
  })
  @Access.member()
  async thankArticle(
    @Ctx() ctx: RequestContext,
    @Input(thankArticleSchema, () => ThankArticleInput) { articleId, given }: ThankArticleInput,
  ): Promise<ThankArticleSuccess> {
    const article = await this.thank.article(ctx, { id: articleId, given });
    return succeed(ThankArticleSuccess, {
      path: articlePath(article),
      article: this.present.article(ctx, article),
    });
  }

  @ResolveField(() => KudosObject)
  async kudos(@Ctx() ctx: RequestContext, @Parent() { row }: ArticleObject): Promise<KudosObject> {
    const viewerMayGive = kudosPolicy.mayThankMember(ctx.actor, row.authorId).allowed;
    return { ...(await this.summaries.load(ctx, row.id))!, viewerMayGive };
  }
}

/** Thanks for a comment, and what the comment shows of it. */
@Resolver(() => CommentObject)
@PartOf('blog')
export class CommentKudosResolver {
  constructor(
    private readonly summaries: CommentKudosLoader,
    private readonly thank: ThankArticleService,
  ) {}

  @Mutation(() => ThankCommentResult, {
    description: 'Thanks for a comment, or takes it back. Safe to repeat.',
  })
  @Access.member()
  async thankComment(
    @Ctx() ctx: RequestContext,
    @Input(thankCommentSchema, () => ThankCommentInput) { commentId, given }: ThankCommentInput,
  ): Promise<ThankCommentSuccess> {
    const comment = await this.thank.comment(ctx, { id: commentId, given });
    return succeed(ThankCommentSuccess, { path: commentPath(comment), comment: CommentObject.of(comment) });
  }

  @ResolveField(() => KudosObject, { description: 'None where the comment shows no text.' })
  async kudos(@Ctx() ctx: RequestContext, @Parent() { row, html }: CommentObject): Promise<KudosObject> {
    if (html === null) return { count: 0, givenByViewer: false, viewerMayGive: false };
    const viewerMayGive = kudosPolicy.mayThankMember(ctx.actor, row.authorId).allowed;
    return { ...(await this.summaries.load(ctx, row.id))!, viewerMayGive };
  }
}
