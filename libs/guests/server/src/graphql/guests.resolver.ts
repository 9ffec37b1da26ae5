import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  BoardRepository,
  ForumPresenter,
  ThreadDetailObject,
  threadPath,
  type ThreadKindEnum,
} from '@kundig/forum/server';
import {
  FindGuestQuestionService,
  SendGuestQuestionService,
  type GuestPersonFields,
} from '@kundig/identity/server';
import {
  Access,
  Ctx,
  Environment,
  Input,
  parseInput,
  PartOf,
  renderMarkdown,
  succeed,
  type RequestContext,
} from '@kundig/platform/server';
import { HELD_PATH, Members } from '@kundig/pseudonyms/server';
import { AskAsGuestService, type GuestQuestionInput } from '../ask-as-guest.service.js';
import { PublishGuestQuestionService } from '../publish-guest-question.service.js';
import { ReleaseGuestQuestionService } from '../release-guest-question.service.js';
import {
  AskAsGuestInput,
  askAsGuestSchema,
  guestQuestionArgs,
  GuestRoadEnum,
  PublishGuestQuestionInput,
  publishGuestQuestionSchema,
  ReleaseGuestQuestionInput,
  releaseGuestQuestionSchema,
  SendGuestQuestionInput,
  sendGuestQuestionSchema,
} from './guests.inputs.js';
import {
  AskAsGuestResult,
  AskAsGuestSuccess,
  GuestQuestion,
  PublishGuestQuestionResult,
  PublishGuestQuestionSuccess,
  ReleaseGuestQuestionResult,
  ReleaseGuestQuestionSuccess,
  SendGuestQuestionResult,
  SendGuestQuestionSuccess,
} from './guests.objects.js';

/** The way of a question whose writer has no account yet. Who holds a token is its writer; nobody else learns of it. */
@Resolver()
@PartOf('guests')
export class GuestsResolver {
  constructor(
    private readonly asking: AskAsGuestService,
    private readonly finding: FindGuestQuestionService,
    private readonly sending: SendGuestQuestionService,
    private readonly publishing: PublishGuestQuestionService,
    private readonly releasing: ReleaseGuestQuestionService,
    private readonly boards: BoardRepository,
    private readonly members: Members,
    private readonly present: ForumPresenter,
    private readonly environment: Environment,
  ) {}

  @Query(() => GuestQuestion, {
    nullable: true,
    description: 'Null when it is published, too old or not ours. Asking changes nothing.',
  })
  @Access.public()
  async guestQuestion(
    @Ctx() ctx: RequestContext,
    @Args('token') token: string,
    @Args('road', { type: () => GuestRoadEnum }) road: GuestRoadEnum,
  ): Promise<GuestQuestion | null> {
    parseInput(guestQuestionArgs, { token, road });
    const question = await this.finding.execute(ctx, road, token);
    if (!question) return null;
    const known = await this.boards.known(ctx);
    const board = known.find(({ board: { publicId } }) => publicId === question.boardId);
    return {
      kind: question.kind as ThreadKindEnum,
      title: question.title,
      html: renderMarkdown(question.body, { ownOrigin: this.environment.baseUrl }).html,
      details: question.details.map((detail) => ThreadDetailObject.of(detail, ctx.locale)),
      board: board ? this.present.board(ctx, board) : null,
      anonymous: question.anonymous,
      suggestedNickname: await this.members.suggestNickname(ctx),
    };
  }

  @Mutation(() => AskAsGuestResult, {
    description: 'Keeps a whole question for three days; nobody but its writer sees it.',
  })
  @Access.public()
  async askAsGuest(
    @Ctx() ctx: RequestContext,
    @Input(askAsGuestSchema, () => AskAsGuestInput) input: GuestQuestionInput,
  ): Promise<AskAsGuestSuccess> {
    const token = await this.asking.execute(ctx, input);
    return succeed(AskAsGuestSuccess, { path: token === null ? '/ask/sent' : `/ask/finish/${token}` });
  }

  @Mutation(() => SendGuestQuestionResult, {
    description:
      'Has a mail written whose link publishes the question; the answer is the same for every mail.',
  })
  @Access.public()
  async sendGuestQuestion(
    @Ctx() ctx: RequestContext,
    @Input(sendGuestQuestionSchema, () => SendGuestQuestionInput) input: GuestPersonFields,
  ): Promise<SendGuestQuestionSuccess> {
    await this.sending.execute(ctx, input);
    return succeed(SendGuestQuestionSuccess, { path: '/ask/sent' });
  }

  @Mutation(() => PublishGuestQuestionResult, {
    description: 'Publishes the question by the link of the mail, and signs its writer in. Safe to repeat.',
  })
  @Access.public()
  async publishGuestQuestion(
    @Ctx() ctx: RequestContext,
    @Input(publishGuestQuestionSchema, () => PublishGuestQuestionInput) { token }: PublishGuestQuestionInput,
  ): Promise<PublishGuestQuestionSuccess> {
    const thread = await this.publishing.execute(ctx, token);
    return succeed(PublishGuestQuestionSuccess, {
      path: thread ? threadPath(thread) : HELD_PATH,
      thread: thread && this.present.thread(ctx, thread),
    });
  }

  @Mutation(() => ReleaseGuestQuestionResult, {
    description:
      'Publishes the question of a guest whom the viewer knows and no mail has reached, in place of the link in it, and hands over a link to choose a password.',
  })
  @Access.permission('platform:administer')
  async releaseGuestQuestion(
    @Ctx() ctx: RequestContext,
    @Input(releaseGuestQuestionSchema, () => ReleaseGuestQuestionInput)
    { question }: ReleaseGuestQuestionInput,
  ): Promise<ReleaseGuestQuestionSuccess> {
    const { firstPassword, isPublished } = await this.releasing.execute(ctx, question);
    return succeed(ReleaseGuestQuestionSuccess, {
      path: isPublished ? '/desk/outbox?released=1' : '/desk/outbox?opened=1',
      links: firstPassword ? [firstPassword] : [],
    });
  }
}
