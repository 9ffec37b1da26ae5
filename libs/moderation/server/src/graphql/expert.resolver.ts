import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { BoardRepository, ForumPresenter } from '@kundig/forum/server';
import { Access, Clock, Ctx, Input, PartOf, succeed, type RequestContext } from '@kundig/platform/server';
import { Experts, MemberLoader } from '@kundig/pseudonyms/server';
import { AppointExpertService, type AppointExpert } from '../experts/appoint-expert.service.js';
import { EndExpertService } from '../experts/end-expert.service.js';
import {
  AppointExpertInput,
  AppointExpertResult,
  appointExpertSchema,
  AppointExpertSuccess,
  EndExpertInput,
  EndExpertResult,
  endExpertSchema,
  EndExpertSuccess,
  ExpertObject,
} from './expert.object.js';

const DESK = '/desk/experts';

/** Who is an expert of the boards one looks after. */
@Resolver()
@PartOf('experts')
export class ExpertResolver {
  constructor(
    private readonly experts: Experts,
    private readonly boards: BoardRepository,
    private readonly members: MemberLoader,
    private readonly present: ForumPresenter,
    private readonly appointService: AppointExpertService,
    private readonly endService: EndExpertService,
    private readonly clock: Clock,
  ) {}

  @Query(() => [ExpertObject], {
    name: 'experts',
    description: 'Experts of the boards the viewer looks after, those whose term ends first in front.',
  })
  @Access.permission('forum:moderate')
  async listed(@Ctx() ctx: RequestContext): Promise<ExpertObject[]> {
    const boardIds = ctx.actor.boardsWith('forum:moderate');
    const statuses = await this.experts.current(ctx, boardIds, this.clock.now());
    const [known, members] = await Promise.all([
      this.boards.known(ctx),
      this.members.loadMany(
        ctx,
        statuses.map(({ memberId }) => memberId),
      ),
    ]);
    return statuses.flatMap(({ id, boardId, reason, endsAt }, index) => {
      const board = known.find((each) => each.readable && each.board.id === boardId);
      const member = members[index];
      return board && member ? [{ id, reason, endsAt, member, board: this.present.board(ctx, board) }] : [];
    });
  }

  @Mutation(() => AppointExpertResult, {
    description: 'Makes a member an expert of a board for a term, or for a new one.',
  })
  @Access.permission('forum:moderate')
  async appointExpert(
    @Ctx() ctx: RequestContext,
    @Input(appointExpertSchema, () => AppointExpertInput) input: AppointExpert,
  ): Promise<AppointExpertSuccess> {
    await this.appointService.execute(ctx, input);
    return succeed(AppointExpertSuccess, { path: `${DESK}?done=appointed` });
  }

  @Mutation(() => EndExpertResult, { description: 'Ends an expert status before its term does.' })
  @Access.permission('forum:moderate')
  async endExpert(
    @Ctx() ctx: RequestContext,
    @Input(endExpertSchema, () => EndExpertInput) { expertId, reason }: EndExpertInput,
  ): Promise<EndExpertSuccess> {
    await this.endService.execute(ctx, expertId, reason);
    return succeed(EndExpertSuccess, { path: `${DESK}?done=ended` });
  }
}
