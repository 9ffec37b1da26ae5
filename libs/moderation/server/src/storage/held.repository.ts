import { Injectable } from '@nestjs/common';
import { PUBLIC_ARTICLE_SQL } from '@kundig/blog/server';
import { AppDatabase, Features, type RequestContext } from '@kundig/platform/server';
import type { HeldPlace } from '@kundig/pseudonyms/server';

/**
 * Where held posts (`h`) belong: a changed post in the thread it stands in now, a reply in its own, a new thread in its
 * board, a comment below an article, while there is a blog (`$3`).
 */
const PLACED = `jsonb_to_recordset($2::jsonb) AS h (id uuid, "subjectId" uuid, "boardId" text, "postId" text)
  LEFT JOIN forum.post p ON p.public_id = h."postId"
  LEFT JOIN forum.thread t ON t.id = coalesce(p.thread_id, h."subjectId")
  LEFT JOIN forum.board b ON b.id = t.board_id OR b.public_id = h."boardId"
  LEFT JOIN blog.article a ON $3::boolean AND a.id = h."subjectId" AND ${PUBLIC_ARTICLE_SQL}`;

/**
 * The one scope of what is held: on the boards an actor (`$1`) moderates, and comments on articles in force for who moderates
 * everywhere.
 */
const IN_SCOPE = 'CASE WHEN $1::uuid[] IS NULL THEN num_nonnulls(b.id, a.id) > 0 ELSE b.id = ANY($1) END';

/** Whose it is to decide about what is held, which itself lies with identity. */
@Injectable()
export class HeldRepository {
  constructor(
    private readonly database: AppDatabase,
    private readonly features: Features,
  ) {}

  /** @returns keys of those held posts the actor decides about, in the order of the places; none is asked for none */
  async inScope(ctx: RequestContext, places: readonly HeldPlace[]): Promise<string[]> {
    if (places.length === 0) return [];
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT h.id FROM ${PLACED} WHERE ${IN_SCOPE}`,
      [ctx.actor.boardsWith('forum:moderate'), JSON.stringify(places), this.features.isOn('blog')],
    );
    const inScope = new Set(rows.map(({ id }) => id));
    return places.flatMap(({ id }) => (inScope.has(id) ? [id] : []));
  }
}
