import { REDACTED, type Passage, type RedactedArticle, type RedactedPosts } from '@kundig/platform/server';

/** A passage that goes from what is said about posts or comments, in parts of a statement that names no other parameters. */
export interface Redaction {
  /** Those posts or comments (`s`), for a FROM that goes on with `AND`. */
  readonly subjects: string;
  readonly parameters: readonly unknown[];
  /** Condition that a column holds the passage. */
  holds(column: string): string;
  /** The column without it. @param max characters it may hold: the mark may be longer than what it stands for */
  without(column: string, max: number): string;
}

export function redactionOf(about: RedactedPosts | RedactedArticle, { pattern }: Passage): Redaction {
  const [table, key, only] =
    'threadId' in about
      ? ['forum.post s WHERE s.thread_id', about.threadId, about.everywhere ? null : about.postIds]
      : ['blog.comment s WHERE s.article_id', about.articleId, about.commentIds];
  return {
    subjects: `${table} = $1 AND ($2::uuid[] IS NULL OR s.id = ANY($2))`,
    parameters: [key, only, pattern, REDACTED],
    holds: (column) => `${column} ~* $3`,
    without: (column, max) => `left(regexp_replace(${column}, $3, $4, 'gi'), ${max})`,
  };
}
