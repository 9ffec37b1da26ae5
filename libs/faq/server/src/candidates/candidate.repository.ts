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

/** Candidates an editor is shown at a time. */
const SHOWN = 50;

/**
 * `score = 3 · ln(1 + kudos) + ln(1 + views)`
 *
 * Both counts are heavy-tailed: a few threads have most of them, and the tenth kudos says less than the first. The
 * logarithm makes each doubling worth the same, as term frequencies are damped in text retrieval (Salton and Buckley,
 * "Term-weighting approaches in automatic text retrieval", 1988). Views weigh a third: a view costs nothing, search
 * engines' visitors bring many, and it tells that a question is asked, while kudos tell that the answer helped. With
 * the factor 3 a doubling of kudos counts as much as eight times the views.
 */
const SCORE = '3 * ln(1 + kudos) + ln(1 + views)';

/** Ranks solved questions that have no entry yet. */
@Injectable()
export class CandidateRepository {
  constructor(private readonly database: AppDatabase) {}

  /**
   * The best candidates of public boards, in one statement, always by the counts of this moment.
   * @param lang     null ranks both languages together
   * @param boardIds uuids of the boards the editor cares for; null means all
   */
  best(ctx: RequestContext, lang: Locale | null, boardIds: readonly string[] | null): Promise<Candidate[]> {
    return this.database.query(
      ctx,
      `WITH counted AS (
         SELECT t.id, coalesce(sum(k.count + k.imported_count), 0)::float AS kudos, t.view_count::float AS views
         FROM forum.thread t
         JOIN forum.board b ON b.id = t.board_id
         JOIN forum.post p ON p.thread_id = t.id AND (p.position = 1 OR p.solution_at IS NOT NULL)
         LEFT JOIN kudos.post_kudos k ON k.post_id = p.id
         WHERE ${PUBLIC_POST_SQL} AND t.kind = 'question' AND t.solution_count > 0
           AND ($1::text IS NULL OR t.lang = $1) AND ($2::uuid[] IS NULL OR t.board_id = ANY($2))
           AND NOT EXISTS (SELECT 1 FROM faq.entry e WHERE e.thread_id = t.id AND e.withdrawn_at IS NULL)
         GROUP BY t.id)
       SELECT id AS "threadId", kudos, views, ${SCORE} AS score FROM counted ORDER BY score DESC, id LIMIT ${SHOWN}`,
      [lang, boardIds],
    );
  }
}
