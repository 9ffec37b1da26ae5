import { Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  ForumPresenter,
  OwnPersona,
  PostInput,
  PostObject,
  postSchema,
  ThreadLoader,
  type Post,
  type PostInThread,
} from '@kundig/forum/server';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { MemberObject, Voices } from '@kundig/pseudonyms/server';
import { GiveKudosService } from '../give-kudos.service.js';
import { kudosPolicy } from '../kudos.policy.js';
import { WithdrawKudosService } from '../withdraw-kudos.service.js';
import { KudosLoader, MemberKudosLoader, PersonaKudosLoader } from './kudos.loaders.js';
import { KudosObject } from './kudos.object.js';
import {
  GiveKudosResult,
  GiveKudosSuccess,
  WithdrawKudosResult,
  WithdrawKudosSuccess,
} from './kudos.results.js';

/** Giving and taking back, and what posts show of it. */
@Resolver(() => PostObject)
export class PostKudosResolver {
  constructor(
    private readonly summaries: KudosLoader,
    private readonly threads: ThreadLoader,
    private readonly voices: Voices,
    private readonly present: ForumPresenter,
    private readonly giveService: GiveKudosService,
    private readonly withdrawService: WithdrawKudosService,
  ) {}

  @Mutation(() => GiveKudosResult, { description: 'Thanks for a post. Safe to repeat.' })
  @Access.member()
  async giveKudos(
    @Ctx() ctx: RequestContext,
    @Input(postSchema, () => PostInput) { postId }: PostInput,
  ): Promise<GiveKudosSuccess> {
    return succeed(GiveKudosSuccess, this.shown(ctx, await this.giveService.execute(ctx, postId)));
  }

  @Mutation(() => WithdrawKudosResult, { description: 'Takes one’s own thanks back. Safe to repeat.' })
  @Access.member({ evenSuspended: true })
  async withdrawKudos(
    @Ctx() ctx: RequestContext,
    @Input(postSchema, () => PostInput) { postId }: PostInput,
  ): Promise<WithdrawKudosSuccess> {
    return succeed(WithdrawKudosSuccess, this.shown(ctx, await this.withdrawService.execute(ctx, postId)));
  }

  @ResolveField(() => KudosObject, { description: 'None where the post shows no text.' })
  async kudos(@Ctx() ctx: RequestContext, @Parent() { row }: PostObject): Promise<KudosObject> {
    if (row.isStub) return { count: 0, givenByViewer: false, viewerMayGive: false };
    const [summary, viewerMayGive] = await Promise.all([
      this.summaries.load(ctx, row.id),
      this.viewerMayGive(ctx, row),
    ]);
    return { ...summary!, viewerMayGive };
  }

  private async viewerMayGive(ctx: RequestContext, post: Post): Promise<boolean> {
    if (!ctx.actor.isMember) return false;
    const [thread, { ownIds }] = await Promise.all([
      this.threads.load(ctx, post.threadId),
      this.voices.viewerIn(ctx, post.threadId),
    ]);
    return kudosPolicy.mayGive(ctx.actor, { post, thread: thread!, ownIds }).allowed;
  }

  private shown(ctx: RequestContext, { post, thread }: PostInThread): { path: string; post: PostObject } {
    return { path: this.present.postPath(thread, post), post: this.present.post(ctx, post) };
  }
}

/** What kudos add to a member's page. */
@Resolver(() => MemberObject)
export class MemberKudosResolver {
  constructor(private readonly totals: MemberKudosLoader) {}

  @ResolveField(() => Int, {
    description: 'Kudos for posts in public boards, and those a member is credited with for its personas.',
  })
  async kudosCount(@Ctx() ctx: RequestContext, @Parent() { pseudonymId }: MemberObject): Promise<number> {
    ctx.shown.add(`member:${pseudonymId}`);
    return (await this.totals.load(ctx, pseudonymId))!;
  }
}

/** What kudos add to the page on which members see their own personas. */
@Resolver(() => OwnPersona)
export class PersonaKudosResolver {
  constructor(private readonly totals: PersonaKudosLoader) {}

  @ResolveField(() => Int, { description: 'Kudos for its posts.' })
  async kudosCount(@Ctx() ctx: RequestContext, @Parent() { pseudonymId }: OwnPersona): Promise<number> {
    return (await this.totals.load(ctx, pseudonymId))!;
  }
}
