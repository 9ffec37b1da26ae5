import { graphql, type AuthorKind } from '@kundig/api-contract';
import {
  EmptyState,
  Facts,
  Link,
  LinkButton,
  Rows,
  Section,
  SignInNeeded,
  TextChanges,
  TimeText,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { WrittenPosts } from '../member/WrittenPosts.js';
import styles from './OwnPages.module.css';

const MinePageQuery = graphql(`
  query MinePage($after: String) {
    myHeldPosts {
      id
      kind
      title
      body
      heldAt
      changes {
        ...TextChanges_change
      }
      subject {
        title
        path
        lang
      }
    }
    myPosts(first: 20, after: $after) {
      endCursor
      hasNextPage
      items {
        post {
          id
          author {
            name
            kind
          }
        }
        ...WrittenPosts_item
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
  const { myHeldPosts, myPosts } = usePageQuery(MinePageQuery, variablesOf(url));
  const { items, hasNextPage, endCursor } = myPosts;
  return (
    <div className={styles.page}>
      <h1>{t('mine.title')}</h1>
      <p>{t('mine.text')}</p>
      {myHeldPosts.length > 0 && (
        <Section title={t('mine.held')}>
          <p>{t('mine.heldText')}</p>
          <Rows>
            {myHeldPosts.map(({ id, kind, title, body, heldAt, changes, subject }) => (
              <li key={id} className={styles.waiting}>
                <h3 lang={subject?.lang}>
                  {subject ? <Link to={subject.path}>{subject.title}</Link> : title}
                </h3>
                {changes.length > 0 ? (
                  <TextChanges changes={changes} />
                ) : (
                  <p className={styles.written}>{body}</p>
                )}
                <Facts>
                  <strong>{t(kind === 'EDIT' ? 'mine.changeChecked' : 'mine.checked')}</strong>
                  <TimeText at={heldAt} />
                </Facts>
              </li>
            ))}
          </Rows>
        </Section>
      )}
      {items.length === 0 && myHeldPosts.length === 0 && (
        <EmptyState text={t('mine.empty')}>
          <LinkButton to="/ask">{t('frame.ask')}</LinkButton>
        </EmptyState>
      )}
      {items.length > 0 && <WrittenPosts items={items} level={2} personas={personasOf(items)} />}
      {hasNextPage && endCursor && (
        <LinkButton to={`/mine?after=${encodeURIComponent(endCursor)}`}>{t('member.older')}</LinkButton>
      )}
    </div>
  );
}

/** @returns the names under which anonymous posts stand, by the post's id */
const personasOf = (items: readonly { post: { id: string; author: { name: string; kind: AuthorKind } } }[]) =>
  new Map(
    items.flatMap(({ post: { id, author } }) =>
      author.kind === 'PERSONA' ? [[id, author.name] as const] : [],
    ),
  );
