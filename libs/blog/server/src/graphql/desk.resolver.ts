import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Access,
  Clock,
  Ctx,
  daysBefore,
  Environment,
  Features,
  fromWallTime,
  Input,
  InvalidInput,
  NotFound,
  PartOf,
  succeed,
  type RequestContext,
} from '@kundig/platform/server';
import { AuthorObject, ViewerObject } from '@kundig/pseudonyms/server';
import type { z } from 'zod';
import { KeepArticleDraftService, type KeepArticleDraft } from '../articles/keep-article-draft.service.js';
import { OnlyEditor } from '../articles/only-editor.js';
import { ReleaseArticleService } from '../articles/release-article.service.js';
import { SaveArticleService, type SaveArticle } from '../articles/save-article.service.js';
import { WithdrawArticleService } from '../articles/withdraw-article.service.js';
import { BLOG_LIMITS } from '../blog.limits.js';
import { blogPolicy } from '../blog.policy.js';
import { ArticleRepository } from '../storage/article.repository.js';
import { ArticleDraftRepository } from '../storage/draft.repository.js';
import {
  ArticleInput,
  articleSchema,
  KeepArticleDraftInput,
  keepArticleDraftSchema,
  ReleaseArticleInput,
  releaseArticleSchema,
  SaveArticleInput,
  saveArticleSchema,
} from './blog.inputs.js';
import { BlogPresenter } from './blog.presenter.js';
import {
  KeepArticleDraftResult,
  KeepArticleDraftSuccess,
  ReleaseArticleResult,
  ReleaseArticleSuccess,
  SaveArticleResult,
  SaveArticleSuccess,
  WithdrawArticleResult,
  WithdrawArticleSuccess,
} from './blog.results.js';
import {
  ArticleDraftObject,
  ArticleVersionObject,
  BlogDesk,
  DESK,
  DeskArticleObject,
} from './desk.object.js';

/** The desk of authors and editors. */
@Resolver(() => DeskArticleObject)
@PartOf('blog')
export class BlogDeskResolver {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly drafts: ArticleDraftRepository,
    private readonly onlyEditor: OnlyEditor,
    private readonly save: SaveArticleService,
    private readonly keep: KeepArticleDraftService,
    private readonly release: ReleaseArticleService,
    private readonly withdraw: WithdrawArticleService,
    private readonly present: BlogPresenter,
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  @Query(() => BlogDesk, { description: 'Editors get every article, authors their own.' })
  @Access.permission('blog:write')
  async blogDesk(@Ctx() ctx: RequestContext): Promise<BlogDesk> {
    const [rows, stale] = await Promise.all([this.articles.desk(ctx), this.isStale(ctx)]);
    return { articles: rows.map((row) => DeskArticleObject.of(row)), stale };
  }

  @Query(() => DeskArticleObject, { description: 'The newest version, for those who may work on it.' })
  @Access.permission('blog:write')
  async deskArticle(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<DeskArticleObject> {
    const row = await this.articles.findOnDesk(ctx, id);
    if (!row) throw new NotFound();
    return DeskArticleObject.of(row);
  }

  @Query(() => ArticleDraftObject, {
    nullable: true,
    description: 'What the viewer typed of an article that is not there yet.',
  })
  @Access.permission('blog:write')
  async newArticleDraft(@Ctx() ctx: RequestContext): Promise<ArticleDraftObject | null> {
    return ctx.actor.memberId ? this.drafts.find(ctx, ctx.actor.memberId, null) : null;
  }

  @Mutation(() => SaveArticleResult, {
    description: 'Writes a version; what is in force stays so until somebody releases it.',
  })
  @Access.permission('blog:write')
  async saveArticle(
    @Ctx() ctx: RequestContext,
    @Input(saveArticleSchema, () => SaveArticleInput) input: SaveArticle,
  ): Promise<SaveArticleSuccess> {
    const article = DeskArticleObject.of(await this.save.execute(ctx, input));
    const done = input.submit ? 'submitted' : 'saved';
    return succeed(SaveArticleSuccess, { path: `${article.path}?done=${done}`, article });
  }

  @Mutation(() => KeepArticleDraftResult, { description: 'Keeps what is being typed; makes no version.' })
  @Access.permission('blog:write')
  async keepArticleDraft(
    @Ctx() ctx: RequestContext,
    @Input(keepArticleDraftSchema, () => KeepArticleDraftInput) input: KeepArticleDraft,
  ): Promise<KeepArticleDraftSuccess> {
    await this.keep.execute(ctx, input);
    return succeed(KeepArticleDraftSuccess, { path: DESK });
  }

  @Mutation(() => ReleaseArticleResult, {
    description:
      'Puts the newest version in force, at once or at an hour; by its author only where nobody else could.',
  })
  @Access.permission('blog:release')
  async releaseArticle(
    @Ctx() ctx: RequestContext,
    @Input(releaseArticleSchema, () => ReleaseArticleInput) input: z.output<typeof releaseArticleSchema>,
  ): Promise<ReleaseArticleSuccess> {
    const { articleId, revision, publishAt } = input;
    const row = await this.release.execute(ctx, {
      articleId,
      revision,
      publishAt: publishAt === undefined ? undefined : this.instantOf(publishAt),
    });
    const article = DeskArticleObject.of(row);
    const done = publishAt === undefined ? 'released' : 'scheduled';
    return succeed(ReleaseArticleSuccess, { path: `${article.path}?done=${done}`, article });
  }

  @Mutation(() => WithdrawArticleResult, {
    description: 'Takes the article out of force. Its versions stay.',
  })
  @Access.permission('blog:write')
  async withdrawArticle(
    @Ctx() ctx: RequestContext,
    @Input(articleSchema, () => ArticleInput) { articleId }: ArticleInput,
  ): Promise<WithdrawArticleSuccess> {
    const article = DeskArticleObject.of(await this.withdraw.execute(ctx, articleId));
    return succeed(WithdrawArticleSuccess, { path: `${article.path}?done=withdrawn`, article });
  }

  @ResolveField(() => AuthorObject)
  author(@Ctx() ctx: RequestContext, @Parent() { row }: DeskArticleObject): Promise<AuthorObject> {
    return this.present.author(ctx, row.authorId);
  }

  @ResolveField(() => AuthorObject, { description: 'Who wrote this version.' })
  editedBy(@Ctx() ctx: RequestContext, @Parent() { row }: DeskArticleObject): Promise<AuthorObject> {
    return this.present.author(ctx, row.editedBy);
  }

  @ResolveField(() => ArticleDraftObject, {
    nullable: true,
    description: 'What the viewer has typed since and not saved.',
  })
  async draft(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: DeskArticleObject,
  ): Promise<ArticleDraftObject | null> {
    return ctx.actor.memberId ? this.drafts.find(ctx, ctx.actor.memberId, row.id) : null;
  }

  @ResolveField(() => [ArticleVersionObject], { description: 'Every version, newest first.' })
  async versions(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: DeskArticleObject,
  ): Promise<ArticleVersionObject[]> {
    return (await this.articles.versions(ctx, row.id)).map((version) => ArticleVersionObject.of(version));
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may put this version in force.' })
  async viewerMayRelease(@Ctx() ctx: RequestContext, @Parent() { row }: DeskArticleObject): Promise<boolean> {
    if (row.releasedNumber === row.number || !ctx.actor.can('blog:release')) return false;
    return blogPolicy.mayRelease(ctx.actor, row, await this.onlyEditor.is(ctx)).allowed;
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the viewer is the one who would have to release its own text.',
  })
  async viewerIsOnlyEditor(@Ctx() ctx: RequestContext): Promise<boolean> {
    return this.onlyEditor.is(ctx);
  }

  private instantOf(publishAt: string): Date {
    const instant = fromWallTime(publishAt, this.environment.get('TIME_ZONE'));
    if (!instant) throw new InvalidInput('publishAt', 'platform:invalid.format');
    return instant;
  }

  private async isStale(ctx: RequestContext): Promise<boolean> {
    if (!ctx.actor.can('blog:release')) return false;
    const newest = await this.articles.newestAt(ctx);
    return newest !== null && newest < daysBefore(this.clock.now(), BLOG_LIMITS.staleAfterDays);
  }
}

/** Who wrote and who released a version, by name. */
@Resolver(() => ArticleVersionObject)
export class ArticleVersionResolver {
  constructor(private readonly present: BlogPresenter) {}

  @ResolveField(() => AuthorObject)
  editedBy(@Ctx() ctx: RequestContext, @Parent() { row }: ArticleVersionObject): Promise<AuthorObject> {
    return this.present.author(ctx, row.editedBy);
  }

  @ResolveField(() => AuthorObject, { nullable: true })
  async approvedBy(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: ArticleVersionObject,
  ): Promise<AuthorObject | null> {
    return row.approvedBy === null ? null : this.present.author(ctx, row.approvedBy);
  }
}

/** Shows authors and editors the way to their desk. */
@Resolver(() => ViewerObject)
export class BlogViewerResolver {
  constructor(private readonly features: Features) {}

  @ResolveField(() => Boolean)
  mayWriteArticles(@Ctx() ctx: RequestContext): boolean {
    return this.features.isOn('blog') && ctx.actor.can('blog:write');
  }
}
