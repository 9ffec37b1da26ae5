import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, NotFound, PartOf, succeed, type RequestContext } from '@kundig/platform/server';
import { MemberLoader, memberPath, ViewerObject } from '@kundig/pseudonyms/server';
import { ChooseAbsenceService } from '../ranking/choose-absence.service.js';
import {
  RankingRepository,
  type Contributor,
  type Merit,
  type ThankedPerson,
} from '../ranking/ranking.repository.js';
import { RankingsService, type RankingPeriod } from '../ranking/rankings.service.js';
import {
  ChooseAbsenceInput,
  ChooseAbsenceResult,
  chooseAbsenceSchema,
  ChooseAbsenceSuccess,
  MeritEnum,
  RankingObject,
  RankingPeriodEnum,
  ThanksObject,
  type ContributorObject,
  type ThankedMember,
} from './ranking.object.js';

const RANKING_PATH = '/ranking';
const LONGEST_ID = 64;

/** Top contributors, and *Danke diese Woche*. */
@Resolver(() => ViewerObject)
@PartOf('ranking')
export class RankingResolver {
  constructor(
    private readonly rankings: RankingsService,
    private readonly rows: RankingRepository,
    private readonly members: MemberLoader,
    private readonly chooseService: ChooseAbsenceService,
  ) {}

  @Query(() => RankingObject, {
    nullable: true,
    description: 'Null for an unknown board and for one the viewer may not read.',
  })
  @Access.public()
  async ranking(
    @Ctx() ctx: RequestContext,
    @Args('period', { type: () => RankingPeriodEnum, defaultValue: RankingPeriodEnum.MONTH })
    period: RankingPeriod,
    @Args('by', { type: () => MeritEnum, defaultValue: MeritEnum.SOLUTIONS }) by: Merit,
    @Args('boardId', { type: () => ID, nullable: true }) boardId?: string,
  ): Promise<RankingObject | null> {
    ctx.shown.add('ranking');
    if (boardId && boardId.length > LONGEST_ID) return null;
    const ranking = await this.rankings.of(ctx, period, by, boardId ?? null).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
    if (!ranking) return null;
    const [members, staff] = await Promise.all([
      this.shown(ctx, ranking.members),
      this.shown(ctx, ranking.staff),
    ]);
    return { members, staff, enoughParticipants: ranking.enoughParticipants };
  }

  @Query(() => ThanksObject, { description: 'Who was thanked this week in public boards.' })
  @Access.public()
  async thanksThisWeek(@Ctx() ctx: RequestContext): Promise<ThanksObject> {
    ctx.shown.add('ranking');
    const { members, staff, kudos, solutions } = await this.rankings.thankedThisWeek(ctx);
    const shown = ({ publicId, nickname, name }: ThankedPerson): ThankedMember => ({
      ...{ id: publicId, name, path: memberPath(nickname) },
    });
    return { members: members.map(shown), staff: staff.map(shown), kudos, solutions };
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer does not want to be in rankings.' })
  async absentFromRankings(@Ctx() ctx: RequestContext): Promise<boolean> {
    return ctx.actor.memberId !== null && (await this.rows.isAbsent(ctx, ctx.actor.memberId));
  }

  @Mutation(() => ChooseAbsenceResult, { description: 'Out of all rankings, or back. Safe to repeat.' })
  @Access.member({ evenSuspended: true })
  async chooseAbsence(
    @Ctx() ctx: RequestContext,
    @Input(chooseAbsenceSchema, () => ChooseAbsenceInput) { absent }: ChooseAbsenceInput,
  ): Promise<ChooseAbsenceSuccess> {
    await this.chooseService.execute(ctx, absent);
    return succeed(ChooseAbsenceSuccess, { path: RANKING_PATH, absent });
  }

  /** Somebody who was erased a moment ago is left out. */
  private async shown(
    ctx: RequestContext,
    contributors: readonly Contributor[],
  ): Promise<ContributorObject[]> {
    const members = await this.members.loadMany(
      ctx,
      contributors.map(({ memberId }) => memberId),
    );
    return contributors.flatMap(({ solutions, kudos }, index) => {
      const member = members[index];
      return member ? [{ member, solutions, kudos }] : [];
    });
  }
}
