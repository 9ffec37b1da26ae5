import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** What lists are ordered by. */
export type Merit = 'solutions' | 'kudos';

/** Somebody in a list. */
export interface Contributor {
  readonly memberId: string;
  readonly solutions: number;
  readonly kudos: number;
}

/** One list, best first, and how many there are to choose from. */
export interface Standings {
  readonly contributors: readonly Contributor[];
  readonly participants: number;
}

/** Somebody who was thanked. */
export interface ThankedPerson {
  readonly publicId: string;
  readonly nickname: string;
  /** As everybody sees it: the nickname, of staff the real name. */
  readonly name: string;
}

/** Whom others thanked, and how often in all. */
export interface Thanked {
  readonly members: readonly ThankedPerson[];
  /** Those who speak for the operator, apart. */
  readonly staff: readonly ThankedPerson[];
  readonly kudos: number;
  readonly solutions: number;
}

/**
 * What counts for everybody alike: public boards, and members who do not want to be absent. What members are credited with for
 * their personas belongs to no board, and counts in the list over all of them.
 */
const COUNTED = `
  (SELECT c.member_id, c.day, c.kudos, c.solutions
   FROM merits.credit_day c JOIN forum.board b ON b.id = c.board_id AND b.visibility = 'public'
   WHERE $2::uuid[] IS NULL OR c.board_id = ANY($2)
   UNION ALL SELECT member_id, day, kudos, 0 FROM kudos.member_credit WHERE $2::uuid[] IS NULL) AS c
  JOIN pseudonyms.pseudonym m ON m.id = c.member_id AND m.deleted_at IS NULL
  LEFT JOIN pseudonyms.staff_profile s ON s.member_id = c.member_id
  WHERE NOT EXISTS (SELECT FROM merits.absence a WHERE a.member_id = c.member_id)
    AND ($1::date IS NULL OR c.day >= $1)`;

/** All SQL of lists and of who is absent from them. */
@Injectable()
export class RankingRepository {
  constructor(private readonly database: AppDatabase) {}

  /**
   * Members and staff, each list by itself, in one statement.
   * @param since    first day, as `2026-11-21`; null for all time
   * @param boardIds uuids; null for all boards
   * @param most     at most so many in each list
   */
  async standings(
    ctx: RequestContext,
    merit: Merit,
    since: string | null,
    boardIds: readonly string[] | null,
    most: number,
  ): Promise<{ members: Standings; staff: Standings }> {
    const rows = await this.database.query<Contributor & { isStaff: boolean; participants: number }>(
      ctx,
      `WITH earned AS (
         SELECT c.member_id AS "memberId", sum(c.solutions)::int AS solutions, sum(c.kudos)::int AS kudos,
                s.member_id IS NOT NULL AS "isStaff"
         FROM ${COUNTED}
         GROUP BY c.member_id, s.member_id HAVING sum(c.${merit}) > 0),
       placed AS (
         SELECT *, count(*) OVER (PARTITION BY "isStaff")::int AS participants,
                row_number() OVER (PARTITION BY "isStaff" ORDER BY ${merit} DESC, solutions + kudos DESC, "memberId") AS place
         FROM earned)
       SELECT "memberId", solutions, kudos, "isStaff", participants FROM placed
       WHERE place <= $3 ORDER BY place`,
      [since, boardIds, most],
    );
    const listOf = (staff: boolean): Standings => {
      const contributors = rows.filter(({ isStaff }) => isStaff === staff);
      return { contributors, participants: contributors[0]?.participants ?? 0 };
    };
    return { members: listOf(false), staff: listOf(true) };
  }

  /**
   * Whom others thanked since a day, the most thanked `most` members and staff, each in the order of their names. Only of
   * those listed the name is looked up: home asks for it with every view, and hundreds are thanked in a week.
   */
  async thanked(ctx: RequestContext, since: string, most: number): Promise<Thanked> {
    const people = (isStaff: boolean) =>
      `coalesce((SELECT json_agg(json_build_object('publicId', public_id, 'nickname', nickname, 'name', name) ORDER BY name, public_id)
                 FROM named WHERE is_staff = ${isStaff}), '[]')`;
    const placed = (isStaff: boolean) =>
      `(SELECT * FROM earned WHERE is_staff = ${isStaff} ORDER BY kudos + solutions DESC, member_id LIMIT $2)`;
    const [row] = await this.database.query<Thanked>(
      ctx,
      `WITH earned AS MATERIALIZED (
         SELECT c.member_id, c.member_id IN (SELECT member_id FROM pseudonyms.staff_profile) AS is_staff,
                sum(c.kudos)::int AS kudos, sum(c.solutions)::int AS solutions
         FROM merits.credit_day c
         WHERE c.day >= $1 AND c.board_id = ANY(ARRAY(SELECT id FROM forum.board WHERE visibility = 'public'))
           AND c.member_id NOT IN (SELECT member_id FROM merits.absence)
         GROUP BY c.member_id),
       named AS (
         SELECT m.public_id, m.name AS nickname, coalesce(s.real_name::citext, m.name) AS name, placed.is_staff
         FROM (${placed(false)} UNION ALL ${placed(true)}) AS placed
         JOIN pseudonyms.pseudonym m ON m.id = placed.member_id AND m.deleted_at IS NULL
         LEFT JOIN pseudonyms.staff_profile s ON s.member_id = m.id)
       SELECT coalesce((SELECT sum(kudos) FROM earned), 0)::int AS kudos,
              coalesce((SELECT sum(solutions) FROM earned), 0)::int AS solutions,
              ${people(false)} AS members, ${people(true)} AS staff`,
      [since, most],
    );
    return row!;
  }

  async isAbsent(ctx: RequestContext, memberId: string): Promise<boolean> {
    const rows = await this.database.query(ctx, 'SELECT 1 FROM merits.absence WHERE member_id = $1', [
      memberId,
    ]);
    return rows.length > 0;
  }

  /** Safe to repeat. */
  async setAbsent(tx: RequestContext, memberId: string, absent: boolean): Promise<void> {
    await this.database.query(
      tx,
      absent
        ? 'INSERT INTO merits.absence (member_id) VALUES ($1) ON CONFLICT DO NOTHING'
        : 'DELETE FROM merits.absence WHERE member_id = $1',
      [memberId],
    );
  }
}
