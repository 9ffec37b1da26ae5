import { Injectable } from '@nestjs/common';
import { PUBLIC_POST_SQL } from '@kundig/forum/server';
import { AppDatabase, type Locale, type RequestContext } from '@kundig/platform/server';

/** A solved question that could become an entry. */
export interface Candidate {
  readonly threadId: string;
  /** Given to the question and its solutions. */
  readonly kudos: number;
  readonly views: number;
  readonly score: number;
}

/** Some of the candidates, the best first. */
export interface CandidatePage {
  readonly items: Candidate[];
  /** At least 1. */
  readonly pageCount: number;
}

/** Candidates an editor is shown at a time. */
const CANDIDATES_PER_PAGE = 10;
/** Whoever looks further back has better candidates than these. */
export const LAST_CANDIDATE_PAGE = 20;

/**
 * `score = 3 · ln(1 + kudos) + ln(1 + views) + 2 · ln(1 + same) + 2 · ln(1 + yes) - 2 · ln(1 + no)`
 *
 * with `same` the people who had the same problem, `yes` and `no` what readers answered to *Hat das geholfen?*
 *
 * Both counts are heavy-tailed: a few threads have most of them, and the tenth kudos says less than the first. The
 * logarithm makes each doubling worth the same, as term frequencies are damped in text retrieval (Salton and Buckley,
 * "Term-weighting approaches in automatic text retrieval", 1988). Views weigh a third: a view costs nothing, search
 * engines' visitors bring many, and it tells that a question is asked, while kudos tell that the answer helped. With
 * the factor 3 a doubling of kudos counts as much as eight times the views. Having the same problem takes a member and a
 * press: it tells more surely than a view that the question is asked, and less than kudos that the answer helped. A reader's answer about the solution weighs as much, either way.
 */
const SCORE = '3 * ln(1 + kudos) + ln(1 + views) + 2 * ln(1 + same) + 2 * ln(1 + yes) - 2 * ln(1 + no)';

/** Ranks solved questions that have no entry yet. */
@Injectable()
export class CandidateRepository {
  constructor(private readonly database: AppDatabase) {}

  /**
   * Candidates of public boards, the best first, in one statement, always by the counts of this moment.
   * @param page     from 1
   * @param lang     null ranks both languages together
   * @param boardIds uuids of the boards the editor cares for; null means all
   */
  async page(
    ctx: RequestContext,
    page: number,
    lang: Locale | null,
    boardIds: readonly string[] | null,
  ): Promise<CandidatePage> {
    const [found] = await this.database.query<{ items: Candidate[]; total: number }>(
      ctx,
      `WITH counted AS (
         SELECT t.id, coalesce(sum(k.count + k.imported_count), 0)::float AS kudos, t.view_count::float AS views,
                t.same_problem_count::float AS same,
                coalesce(sum(h.yes), 0)::float AS yes, coalesce(sum(h.no), 0)::float AS no
         FROM forum.thread t
         JOIN forum.board b ON b.id = t.board_id
         JOIN forum.post p ON p.thread_id = t.id AND (p.position = 1 OR p.solution_at IS NOT NULL)
         LEFT JOIN kudos.post_kudos k ON k.post_id = p.id
         LEFT JOIN LATERAL (
           SELECT sum(d.count) FILTER (WHERE d.answer = 'yes') AS yes, sum(d.count) FILTER (WHERE d.answer <> 'yes') AS no
           FROM kudos.helped_day d WHERE d.post_id = p.id) AS h ON true
         WHERE ${PUBLIC_POST_SQL} AND t.kind = 'question' AND t.solution_count > 0
           AND ($1::text IS NULL OR t.lang = $1) AND ($2::uuid[] IS NULL OR t.board_id = ANY($2))
           AND NOT EXISTS (SELECT 1 FROM faq.entry e WHERE e.thread_id = t.id AND e.withdrawn_at IS NULL)
         GROUP BY t.id),
       best AS (
         SELECT id AS "threadId", kudos, views, ${SCORE} AS score FROM counted
         ORDER BY score DESC, id LIMIT ${CANDIDATES_PER_PAGE} OFFSET $3)
       SELECT (SELECT count(*)::int FROM counted) AS total,
         (SELECT coalesce(json_agg(best ORDER BY score DESC, "threadId"), '[]') FROM best) AS items`,
      [lang, boardIds, (page - 1) * CANDIDATES_PER_PAGE],
    );
    const pages = Math.ceil(found!.total / CANDIDATES_PER_PAGE);
    return { items: found!.items, pageCount: Math.min(LAST_CANDIDATE_PAGE, Math.max(1, pages)) };
  }
}
