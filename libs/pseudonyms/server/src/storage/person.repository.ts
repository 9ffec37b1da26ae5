import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** What a member shows of themselves on purpose. */
export interface Person {
  /** Path of a picture, see the domain `files`. */
  readonly picture: string | null;
  readonly about: string | null;
  /** A company or *Partner*, as the member wrote it. */
  readonly mark: string | null;
  /** Whether staff has checked the mark; others see no other. */
  readonly markConfirmed: boolean;
}

/** A mark nobody has checked yet. */
export interface MarkRequest {
  readonly nickname: string;
  readonly mark: string;
}

const NOTHING: Person = { picture: null, about: null, mark: null, markConfirmed: false };

/** All SQL about what members show of themselves. Personas have no row here, and none is ever joined to them. */
@Injectable()
export class PersonRepository {
  constructor(private readonly database: AppDatabase) {}

  async of(ctx: RequestContext, memberId: string): Promise<Person> {
    const rows = await this.database.query<Person>(
      ctx,
      `SELECT picture, about, mark, mark_confirmed AS "markConfirmed" FROM pseudonyms.person WHERE member_id = $1`,
      [memberId],
    );
    return rows[0] ?? NOTHING;
  }

  /** A mark that stays the same stays confirmed; another one waits to be checked. */
  async save(
    ctx: RequestContext,
    memberId: string,
    { picture, about, mark }: Omit<Person, 'markConfirmed'>,
  ): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO pseudonyms.person AS o (member_id, picture, about, mark) VALUES ($1, $2, $3, $4)
       ON CONFLICT (member_id) DO UPDATE SET picture = excluded.picture, about = excluded.about, mark = excluded.mark,
         mark_confirmed = o.mark_confirmed AND o.mark IS NOT DISTINCT FROM excluded.mark`,
      [memberId, picture, about, mark],
    );
  }

  /** Whether a living member shows the file as its picture. @param staffOnly only of those who speak for the operator */
  async shows(ctx: RequestContext, memberId: string, fileId: string, staffOnly: boolean): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `SELECT 1 FROM pseudonyms.person o JOIN pseudonyms.pseudonym p ON p.id = o.member_id
       WHERE o.member_id = $1 AND p.deleted_at IS NULL AND strpos(o.picture, $2) > 0
         AND (NOT $3 OR EXISTS (SELECT FROM pseudonyms.staff_profile s WHERE s.member_id = p.id))`,
      [memberId, `/files/${fileId}`, staffOnly],
    );
    return rows.length > 0;
  }

  markRequests(ctx: RequestContext, limit: number): Promise<MarkRequest[]> {
    return this.database.query(
      ctx,
      `SELECT p.name::text AS nickname, o.mark FROM pseudonyms.person o JOIN pseudonyms.pseudonym p ON p.id = o.member_id
       WHERE o.mark IS NOT NULL AND NOT o.mark_confirmed AND p.deleted_at IS NULL ORDER BY p.name LIMIT $1`,
      [limit],
    );
  }

  /**
   * Confirms or takes away a mark that waits, if it still reads as it was shown.
   * @returns key of the member; null when there is no such request any more
   */
  async answerMark(
    ctx: RequestContext,
    { nickname, mark }: MarkRequest,
    confirmed: boolean,
  ): Promise<string | null> {
    const [changed] = await this.database.query<{ id: string }[]>(
      ctx,
      `UPDATE pseudonyms.person o SET mark_confirmed = $3, mark = CASE WHEN $3 THEN o.mark END
       FROM pseudonyms.pseudonym p
       WHERE p.id = o.member_id AND p.thread_id IS NULL AND p.deleted_at IS NULL AND p.name = $1::citext
         AND o.mark = $2 AND NOT o.mark_confirmed
       RETURNING p.id`,
      [nickname, mark, confirmed],
    );
    return changed?.[0]?.id ?? null;
  }
}
