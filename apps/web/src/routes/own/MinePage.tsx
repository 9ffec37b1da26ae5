import { graphql } from '@kundig/api-contract';
import {
  EmptyState,
  Link,
  LinkButton,
  SignInNeeded,
  TimeText,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import styles from './OwnPages.module.css';

const MinePageQuery = graphql(`
  query MinePage($after: String) {
    myPosts(first: 20, after: $after) {
      endCursor
      hasNextPage
      items {
        excerpt
        post {
          id
          path
          kind
          lang
          solution
          createdAt
          createdAtRounded
          author {
            name
            kind
          }
        }
        thread {
          id
          title
          lang
        }
      }
    }
  }
`);

const LONGEST_CURSOR = 200;

const variablesOf = (url: URL) => ({ after: url.searchParams.get('after')?.slice(0, LONGEST_CURSOR) });

export async function prefetch({ query, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(MinePageQuery, variablesOf(url));
  return { title: messages('pages')('mine.title'), noindex: true };
}

export default function MinePage({ url }: PageProps) {
  const t = useMessages('pages');
  const { items, hasNextPage, endCursor } = usePageQuery(MinePageQuery, variablesOf(url)).myPosts;
  return (
    <div className={styles.page}>
      <h1>{t('mine.title')}</h1>
      <p>{t('mine.text')}</p>
      {items.length === 0 && (
        <EmptyState text={t('mine.empty')}>
          <LinkButton to="/ask">{t('frame.ask')}</LinkButton>
        </EmptyState>
      )}
      <ul className={styles.posts}>
        {items.map(({ post, thread, excerpt }) => (
          <li key={post.id}>
            <h2 lang={thread.lang}>
              <Link to={post.path}>{thread.title}</Link>
            </h2>
            <p lang={post.lang}>{excerpt}</p>
            <p className={styles.facts}>
              {post.author.kind === 'PERSONA' && (
                <span className={styles.anonymous}>{t('mine.anonymous', { name: post.author.name })}</span>
              )}
              {post.solution && <strong>{t('member.solution')}</strong>}
              <span>{t(post.kind === 'OPENING' ? 'member.asked' : 'member.replied')}</span>
              <TimeText at={post.createdAt} rounded={post.createdAtRounded} />
            </p>
          </li>
        ))}
      </ul>
      {hasNextPage && endCursor && (
        <LinkButton to={`/mine?after=${encodeURIComponent(endCursor)}`}>{t('member.older')}</LinkButton>
      )}
    </div>
  );
}
