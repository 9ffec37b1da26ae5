import { Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PlacedCommentObject } from '@kundig/blog/server';
import { ForumPresenter, ThreadRepository } from '@kundig/forum/server';
import { DESK_OCCASIONS, DESKS, IdentityPort, type Paces } from '@kundig/identity/server';
import {
  Access,
  Ctx,
  Input,
  nameIn,
  NotFound,
  type RequestContext,
  succeed,
  toQuarterHour,
} from '@kundig/platform/server';
import { ViewerObject } from '@kundig/pseudonyms/server';
import type { z } from 'zod';
import { mayWorkAt, Notices } from '../notices.js';
import {
  ChooseMailsInput,
  chooseMailsSchema,
  MarkNoticesReadInput,
  markNoticesReadSchema,
} from './notifications.inputs.js';
import {
  ChooseMailsResult,
  ChooseMailsSuccess,
  MailChoices,
  MarkNoticesReadResult,
  MarkNoticesReadSuccess,
  NoticeObject,
} from './notifications.objects.js';

/** What the viewer was told, and what they want to be told by mail. */
@Resolver(() => ViewerObject)
export class NoticesResolver {
  constructor(
    private readonly all: Notices,
    private readonly identity: IdentityPort,
    private readonly threads: ThreadRepository,
    private readonly present: ForumPresenter,
  ) {}

  @ResolveField(() => Int, { description: 'Threads about which the viewer was told something new.' })
  unreadNotices(@Ctx() ctx: RequestContext): Promise<number> {
    return this.all.unread(ctx);
  }

  @Query(() => [NoticeObject], { description: 'What the viewer was told in the last weeks, newest first.' })
  @Access.member()
  async notices(@Ctx() ctx: RequestContext): Promise<NoticeObject[]> {
    return (await this.all.of(ctx)).map(
      ({ thread, groupBoard, comment, threadId, occasion, count, unread, at, path }) =>
        Object.assign(new NoticeObject(), {
          id: `${thread?.publicId ?? comment?.publicId ?? threadId}:${occasion}`,
          occasion,
          count,
          unread,
          path,
          at: toQuarterHour(new Date(at)), // alike for all: the minute would tell when an anonymous author wrote
          thread: thread && this.present.thread(ctx, thread),
          comment: comment && PlacedCommentObject.of(comment),
          groupBoard: groupBoard && nameIn(ctx.locale, groupBoard),
        }),
    );
  }

  @Query(() => MailChoices, { description: 'How soon mails tell the viewer of what.' })
  @Access.member()
  async mailChoices(@Ctx() ctx: RequestContext): Promise<MailChoices> {
    return choicesOf(ctx, await this.identity.paces(ctx.actor.memberId!));
  }

  @Mutation(() => MarkNoticesReadResult, { description: 'Nothing happens when nothing is new.' })
  @Access.member({ evenSuspended: true })
  async markNoticesRead(
    @Ctx() ctx: RequestContext,
    @Input(markNoticesReadSchema, () => MarkNoticesReadInput)
    { threadId, desk }: z.output<typeof markNoticesReadSchema>,
  ): Promise<MarkNoticesReadSuccess> {
    const thread = threadId ? await this.threads.findReadable(ctx, threadId) : null;
    if (threadId && !thread) throw new NotFound();
    await this.all.markRead(ctx, thread?.id ?? (desk ? DESKS[desk] : null));
    return succeed(MarkNoticesReadSuccess, { path: '/notifications' });
  }

  @Mutation(() => ChooseMailsResult, { description: 'Holds for what happens from now on.' })
  @Access.member({ evenSuspended: true })
  async chooseMails(
    @Ctx() ctx: RequestContext,
    @Input(chooseMailsSchema, () => ChooseMailsInput) paces: z.output<typeof chooseMailsSchema>,
  ): Promise<ChooseMailsSuccess> {
    await this.identity.choosePaces(ctx.actor.memberId!, paces);
    return succeed(ChooseMailsSuccess, {
      path: '/settings/notifications?saved=1',
      choices: choicesOf(ctx, await this.identity.paces(ctx.actor.memberId!)),
    });
  }
}

/** What moderators and custodians are told is chosen by them. */
function choicesOf(ctx: RequestContext, paces: Paces): MailChoices {
  const others = DESK_OCCASIONS.filter((occasion) => !mayWorkAt(ctx, occasion));
  return Object.assign(
    new MailChoices(),
    paces,
    Object.fromEntries(others.map((occasion) => [occasion, null])),
  );
}
