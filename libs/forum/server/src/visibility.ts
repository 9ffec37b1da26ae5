import type { Actor } from '@kundig/platform/server';
import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';

/**
 * May the actor read what stands in a board? Narrows a query in which the board has the alias `b`. Lists, counts and
 * single reads, search and feeds all go through here.
 */
export function onlyReadableBoards<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  actor: Actor,
): SelectQueryBuilder<E> {
  const moderated = actor.boardsWith('forum:moderate');
  if (moderated === null) return query;
  return query.andWhere(
    new Brackets((readable) => {
      readable.where(`b.visibility = 'public'`);
      if (!actor.isMember) return;
      readable.orWhere(`b.visibility = 'members'`);
      if (actor.groupIds.length > 0)
        readable.orWhere('b.group_id = ANY(:groupIds)', { groupIds: actor.groupIds });
      if (moderated.length > 0) readable.orWhere('b.id = ANY(:moderated)', { moderated });
    }),
  );
}

/** The same as SQL text with positional parameters, for statements that the query builder cannot say. */
export function readableBoardsSql(
  actor: Actor,
  firstParameter: number,
): { sql: string; parameters: unknown[] } {
  const moderated = actor.boardsWith('forum:moderate');
  if (moderated === null) return { sql: 'true', parameters: [] };
  if (!actor.isMember) return { sql: `b.visibility = 'public'`, parameters: [] };
  return {
    sql: `(b.visibility IN ('public', 'members') OR b.group_id = ANY($${firstParameter}) OR b.id = ANY($${firstParameter + 1}))`,
    parameters: [actor.groupIds, moderated],
  };
}

/** Narrows a query of threads (alias `t`, board `b`) to those that lists show: hidden ones only to their moderators. */
export function onlyListedThreads<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  actor: Actor,
): SelectQueryBuilder<E> {
  return onlyReadableBoards(query, actor).andWhere('t.hidden_at IS NULL AND t.deleted_at IS NULL');
}

/**
 * Condition of what counts for everybody alike, whoever looks: posts (alias `p`) that show their text, in listed threads
 * (`t`) of public boards (`b`).
 */
export const PUBLIC_POST_SQL = `p.deleted_at IS NULL AND p.hidden_at IS NULL
  AND t.deleted_at IS NULL AND t.hidden_at IS NULL AND b.visibility = 'public'`;
