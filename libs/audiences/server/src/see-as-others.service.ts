import { Injectable } from '@nestjs/common';
import {
  BoardRepository,
  ForumPresenter,
  PostRepository,
  ThreadRepository,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import { NotFound, SchemaRunner, SignInRequired, type RequestContext } from '@kundig/platform/server';
import { MemberLoader, Reveals, Voices } from '@kundig/pseudonyms/server';
import { Audience, audiencesOf, baseOf, contextOf } from './audience.js';
import type { AudienceView, SeenPost, SeenProfile, WhoSeesWhat } from './graphql/who-sees-what.object.js';
import { Insight, insightsOf, type Sight } from './insights.js';
import {
  POST_DOCUMENT,
  PROFILE_DOCUMENT,
  THREAD_DOCUMENT,
  type PostAnswer,
  type ProfileAnswer,
  type ThreadAnswer,
} from './seen.documents.js';

/** Posts of one thread that are shown, the last of them. */
const POSTS_SHOWN = 10;

/** A thread with what the member wrote there. */
interface OwnThread {
  readonly thread: Thread;
  readonly groupId: string | null;
  /** At least one, in order. */
  readonly posts: readonly Post[];
}

/** Who is looked at, and where. */
interface Subject {
  readonly nickname: string;
  readonly own: OwnThread | null;
  /** Whether there are reveals in this community at all. */
  readonly reveals: boolean;
}

/** Looks at a member's profile and thread with the eyes of each audience: by the schema itself, which asks who looks. */
@Injectable()
export class SeeAsOthersService {
  constructor(
    private readonly schema: SchemaRunner,
    private readonly members: MemberLoader,
    private readonly voices: Voices,
    private readonly reveals: Reveals,
    private readonly boards: BoardRepository,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly present: ForumPresenter,
  ) {}

  /**
   * @param audience whose view is told in full
   * @param threadId public id; null takes the thread of the member's latest post
   * @throws NotFound no such thread, the member cannot read it, or has not written there; nor has the thread such an audience
   */
  async execute(ctx: RequestContext, audience: Audience, threadId: string | null): Promise<WhoSeesWhat> {
    const member = ctx.actor.memberId && (await this.members.load(ctx, ctx.actor.memberId));
    if (!member) throw new SignInRequired();
    const own = await this.ownThread(ctx, threadId);
    const audiences = audiencesOf(own?.groupId ?? null);
    const subject = { nickname: member.nickname, own, reveals: (await this.reveals.terms()).possible };
    const sights = new Map<Audience, Sight>();
    for (const each of audiences) sights.set(each, await this.sightOf(ctx, each, subject));
    const sight = sights.get(audience);
    if (!sight) throw new NotFound();
    return {
      thread: own && this.present.thread(ctx, own.thread),
      audiences: audiences.map((each) => {
        const base = baseOf(each);
        return {
          audience: each,
          base,
          readsThread: own && sights.get(each)!.thread !== null,
          insights: insightsOf(sights.get(each)!, base && sights.get(base)!),
        };
      }),
      view: viewOf(audience, sight, own),
    };
  }

  /** Under whichever of their names the member wrote there. */
  private async ownThread(ctx: RequestContext, threadId: string | null): Promise<OwnThread | null> {
    const ownIds = await this.voices.allOwnIds(ctx);
    const thread =
      threadId === null
        ? await this.latestThread(ctx, ownIds)
        : await this.threads.findReadable(ctx, threadId);
    const posts = thread ? await this.posts.lastInThread(ctx, thread.id, ownIds, POSTS_SHOWN) : [];
    if (thread && posts.length > 0) return { thread, posts, groupId: await this.groupOf(ctx, thread) };
    if (threadId !== null) throw new NotFound();
    return null;
  }

  private async latestThread(ctx: RequestContext, ownIds: readonly string[]): Promise<Thread | null> {
    const [latest] = await this.posts.byAuthors(ctx, ownIds, 1);
    const [thread] = latest ? await this.threads.findReadableByIds(ctx, [latest.threadId]) : [];
    return thread ?? null;
  }

  private async groupOf(ctx: RequestContext, { boardId }: Thread): Promise<string | null> {
    const known = (await this.boards.known(ctx)).find(({ board }) => board.id === boardId);
    return known?.board.groupId ?? null;
  }

  private async sightOf(
    ctx: RequestContext,
    audience: Audience,
    { nickname, own, reveals }: Subject,
  ): Promise<Sight> {
    const eyes = contextOf(audience, ctx, own?.groupId ?? null);
    const { member } = await this.schema.ask<ProfileAnswer>(eyes, PROFILE_DOCUMENT, { nickname });
    if (!member) throw new NotFound(); // erased meanwhile
    const { thread } = own
      ? await this.schema.ask<ThreadAnswer>(eyes, THREAD_DOCUMENT, { id: own.thread.publicId })
      : { thread: null };
    const asked = thread ? own!.posts : [];
    const answers = await Promise.all(
      asked.map(({ publicId }) => this.schema.ask<PostAnswer>(eyes, POST_DOCUMENT, { id: publicId })),
    );
    const posts = answers.flatMap(({ post }) => (post ? [post] : []));
    const { posts: listed, viewerMaySuspend, ...profile } = member;
    const told: Record<string, boolean> = {
      [Insight.MAILS]: eyes.actor.isMember && thread !== null,
      [Insight.HIDDEN_TEXTS]: posts.some(({ viewer }) => viewer.mayModerate),
      [Insight.HELPED]: posts.some(({ helped }) => helped !== null),
      [Insight.REPORTS]: eyes.actor.can('moderation:read-reports', own?.thread.boardId),
      [Insight.SUSPENSIONS]: viewerMaySuspend || posts.some((post) => post.viewerMaySuspend),
      [Insight.REVEAL_REQUESTS]: reveals && posts.some((post) => post.reveals !== null),
      [Insight.REVEAL_DECISIONS]: reveals && eyes.actor.can('identity:approve-reveal'),
    };
    return {
      profile: {
        ...profile,
        threads: distinct(listed.items.map(({ thread: place }) => place)),
        hasMoreThreads: listed.hasNextPage,
      },
      thread: thread && { ...thread, posts: posts.map(seenPost) },
      told: new Set(Object.values(Insight).filter((insight) => told[insight])),
    };
  }
}

function viewOf(audience: Audience, { profile, thread, told }: Sight, own: OwnThread | null): AudienceView {
  const last = thread?.posts.findLast(({ html }) => html !== null);
  const row = last && own?.posts.find(({ publicId }) => publicId === last.id);
  return {
    audience,
    profile,
    thread,
    mailedPost: row && told.has(Insight.MAILS) ? { threadId: row.threadId, postId: row.id } : null,
  };
}

/** What tells of people other than the author goes no further than `told`. */
function seenPost({
  createdAt,
  editedAt,
  stub,
  kudos,
  helped: _helped,
  reveals: _reveals,
  viewer: _viewer,
  viewerMaySuspend: _viewerMaySuspend,
  ...post
}: NonNullable<PostAnswer['post']>): SeenPost {
  return {
    ...post,
    createdAt: new Date(createdAt),
    editedAt: editedAt === null ? null : new Date(editedAt),
    stub: stub && { ...stub, at: new Date(stub.at) },
    kudosCount: kudos.count,
  };
}

const distinct = (threads: readonly SeenProfile['threads'][number][]): SeenProfile['threads'] => [
  ...new Map(threads.map((thread) => [thread.id, thread])).values(),
];
