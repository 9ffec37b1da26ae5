import { Injectable } from '@nestjs/common';
import { BoardRepository } from '@kundig/forum/server';
import { Clock, daysBefore, NotFound, type RequestContext } from '@kundig/platform/server';
import { RankingRepository, type Contributor, type Merit, type Thanked } from './ranking.repository.js';

export type RankingPeriod = 'week' | 'month' | 'all';

/** Days a period reaches back, today included. */
const DAYS: Record<Exclude<RankingPeriod, 'all'>, number> = { week: 7, month: 30 };
/** With fewer, a ranking would say who is last. */
const ENOUGH_PARTICIPANTS = 5;
const LISTED = 20;
const THANKED = 8;

/** The lists of one view. */
export interface Ranking {
  /** Empty while there are too few participants. */
  readonly members: readonly Contributor[];
  /** Those who speak for the operator, apart. */
  readonly staff: readonly Contributor[];
  readonly enoughParticipants: boolean;
}

/** Who helps most, as everybody sees it alike. */
@Injectable()
export class RankingsService {
  constructor(
    private readonly rankings: RankingRepository,
    private readonly boards: BoardRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param boardId public id, of a board with its sub-boards; null for the whole community
   * @throws NotFound no such board, or not to be read by the actor
   */
  async of(
    ctx: RequestContext,
    period: RankingPeriod,
    merit: Merit,
    boardId: string | null,
  ): Promise<Ranking> {
    const since = period === 'all' ? null : this.firstDay(DAYS[period]);
    const boardIds = boardId === null ? null : await this.boardsBelow(ctx, boardId);
    const { members, staff } = await this.rankings.standings(ctx, merit, since, boardIds, LISTED);
    const enoughParticipants = members.participants >= ENOUGH_PARTICIPANTS;
    return {
      members: enoughParticipants ? members.contributors : [],
      staff: staff.contributors,
      enoughParticipants,
    };
  }

  /** *Danke diese Woche*. */
  thankedThisWeek(ctx: RequestContext): Promise<Thanked> {
    return this.rankings.thanked(ctx, this.firstDay(DAYS.week), THANKED);
  }

  private firstDay(days: number): string {
    return daysBefore(this.clock.now(), days - 1)
      .toISOString()
      .slice(0, 10);
  }

  private async boardsBelow(ctx: RequestContext, publicId: string): Promise<string[]> {
    const known = await this.boards.known(ctx);
    const found = known.find(({ board, readable }) => readable && board.publicId === publicId);
    if (!found) throw new NotFound();
    return (await this.boards.readableTree(ctx, found.board.id)).map(({ id }) => id);
  }
}
