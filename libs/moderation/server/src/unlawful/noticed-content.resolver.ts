import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PlacedCommentObject } from '@kundig/blog/server';
import { ForumPresenter, PostObject } from '@kundig/forum/server';
import { Ctx, Environment, type RequestContext } from '@kundig/platform/server';
import { ReportedCommentLoader } from '../comments/reported-comment.loader.js';
import { ReportedPostLoader } from '../graphql/reported-post.loader.js';
import { NoticeSubjectsLoader } from './notice-subjects.loader.js';
import { noticePolicy } from './notice.policy.js';
import { ContentNoticeObject, NoticedContentObject } from './notice.schema.js';
import { noticedPlaces } from './noticed-places.js';

/** What a notice points to, for those who decide it. */
@Resolver(() => ContentNoticeObject)
export class NoticedContentsResolver {
  constructor(
    private readonly subjects: NoticeSubjectsLoader,
    private readonly environment: Environment,
  ) {}

  @ResolveField(() => [NoticedContentObject], {
    description: 'What stands where it points to, for those who decide; empty for its sender.',
  })
  async contents(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: ContentNoticeObject,
  ): Promise<NoticedContentObject[]> {
    if (!noticePolicy.maySee(ctx.actor)) return [];
    const subjects = (await this.subjects.load(ctx, row.id)) ?? [];
    return noticedPlaces(row.addresses, subjects, this.environment.baseUrl).map((place) =>
      NoticedContentObject.of(place),
    );
  }
}

/** The post or comment itself, where the viewer may read it. */
@Resolver(() => NoticedContentObject)
export class NoticedContentResolver {
  constructor(
    private readonly posts: ReportedPostLoader,
    private readonly comments: ReportedCommentLoader,
    private readonly present: ForumPresenter,
  ) {}

  @ResolveField(() => PostObject, {
    nullable: true,
    description: 'Null where it is something else, or gone.',
  })
  async post(
    @Ctx() ctx: RequestContext,
    @Parent() { subject }: NoticedContentObject,
  ): Promise<PostObject | null> {
    const post = subject?.postId ? await this.posts.load(ctx, subject.postId) : null;
    return post && this.present.post(ctx, post);
  }

  @ResolveField(() => PlacedCommentObject, {
    nullable: true,
    description: 'Null where it is something else, or while the article is not in force.',
  })
  async comment(
    @Ctx() ctx: RequestContext,
    @Parent() { subject }: NoticedContentObject,
  ): Promise<PlacedCommentObject | null> {
    const comment = subject?.commentId ? await this.comments.load(ctx, subject.commentId) : null;
    return comment && PlacedCommentObject.of(comment);
  }
}
