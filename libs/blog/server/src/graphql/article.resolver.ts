import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, Ctx, parseInput, PartOf, type RequestContext } from '@kundig/platform/server';
import { AuthorObject } from '@kundig/pseudonyms/server';
import { BLOG_LIMITS } from '../blog.limits.js';
import { ArticleRepository } from '../storage/article.repository.js';
import { CommentRepository } from '../storage/comment.repository.js';
import { ArticleObject, ArticlePage, articlePath, ArticleTranslation } from './article.object.js';
import { articlesSchema, commentsSchema } from './blog.inputs.js';
import { BlogPresenter } from './blog.presenter.js';
import { ArticleCommentPage, CommentObject } from './comment.object.js';

/** Articles an article's page leads to. */
const MORE = 3;

/** What everybody reads: articles in force. */
@Resolver(() => ArticleObject)
@PartOf('blog')
export class ArticleResolver {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly comments: CommentRepository,
    private readonly present: BlogPresenter,
  ) {}

  @Query(() => ArticlePage, {
    name: 'articles',
    description:
      'Articles in force, those in the language of the request first, then the newest; a translation is listed in one language.',
  })
  @Access.public()
  async list(
    @Ctx() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: BLOG_LIMITS.pageSize }) first: number,
    @Args('after', { type: () => ID, nullable: true, description: 'Id of the last article already shown.' })
    after?: string,
    @Args('tag', { type: () => String, nullable: true }) tag?: string,
  ): Promise<ArticlePage> {
    const wanted = parseInput(articlesSchema, { first, after, tag });
    ctx.shown.add('blog');
    const rows = await this.articles.inForce(ctx, { ...wanted, first: wanted.first + 1 });
    const items = rows.slice(0, wanted.first).map((row) => this.present.article(ctx, row));
    return { items, hasNextPage: rows.length > wanted.first };
  }

  @Query(() => ArticleObject, {
    nullable: true,
    description: 'Null for an unknown article and for one not in force.',
  })
  @Access.public()
  async article(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ArticleObject | null> {
    ctx.shown.add('blog');
    const row = await this.articles.findInForce(ctx, { publicId: id });
    return row && this.present.article(ctx, row);
  }

  @ResolveField(() => AuthorObject)
  author(@Ctx() ctx: RequestContext, @Parent() { row }: ArticleObject): Promise<AuthorObject> {
    return this.present.author(ctx, row.authorId);
  }

  @ResolveField(() => String, { description: 'Sanitised.' })
  async html(@Ctx() ctx: RequestContext, @Parent() { row }: ArticleObject): Promise<string> {
    return row.bodyHtml ?? (await this.articles.findInForce(ctx, { id: row.id }))!.bodyHtml;
  }

  @ResolveField(() => ArticleTranslation, { nullable: true })
  async translation(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: ArticleObject,
  ): Promise<ArticleTranslation | null> {
    const { translation = null } =
      row.translation === undefined ? (await this.articles.findInForce(ctx, { id: row.id }))! : row;
    return (
      translation && { lang: translation.lang, path: articlePath(translation), title: translation.title }
    );
  }

  @ResolveField(() => ArticleCommentPage, { name: 'comments' })
  async commentPage(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: ArticleObject,
    @Args('after', {
      type: () => Int,
      defaultValue: 0,
      description: 'Position of the last one already shown.',
    })
    after: number,
  ): Promise<ArticleCommentPage> {
    parseInput(commentsSchema, { after });
    const { commentPageSize } = BLOG_LIMITS;
    const rows = await this.comments.page(ctx, row.id, after, commentPageSize + 1);
    const shown = rows.slice(0, commentPageSize);
    return {
      items: shown.map((comment) => CommentObject.of(comment)),
      endPosition: shown.at(-1)?.position ?? after,
      hasNextPage: rows.length > commentPageSize,
    };
  }

  @ResolveField(() => [ArticleObject], { description: 'The newest others.' })
  async more(@Ctx() ctx: RequestContext, @Parent() { row }: ArticleObject): Promise<ArticleObject[]> {
    ctx.shown.add('blog');
    const others = (await this.articles.inForce(ctx, { first: MORE + 2 })).filter(
      ({ id, publicId }) => id !== row.id && publicId !== row.translation?.publicId,
    );
    return others.slice(0, MORE).map((other) => this.present.article(ctx, other));
  }
}
