import type { RedactedArticle, RedactedPosts } from '@kundig/platform/server';

/**
 * Posts or comments (`s`) a passage goes from what is said about, for the FROM of a statement that goes on with `AND`; `$1` and
 * `$2` are its parameters.
 */
export function redactedSubjects(about: RedactedPosts | RedactedArticle): {
  readonly sql: string;
  readonly parameters: readonly unknown[];
} {
  const [table, key, only] =
    'threadId' in about
      ? ['forum.post s WHERE s.thread_id', about.threadId, about.everywhere ? null : about.postIds]
      : ['blog.comment s WHERE s.article_id', about.articleId, about.commentIds];
  return { sql: `${table} = $1 AND ($2::uuid[] IS NULL OR s.id = ANY($2))`, parameters: [key, only] };
}
