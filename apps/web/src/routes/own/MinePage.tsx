import { graphql, type AuthorKind } from '@kundig/api-contract';
import { OwnHeldPost } from '@kundig/moderation/web';
import {
  EmptyState,
  LinkButton,
  type PageProps,
  type PrefetchContext,
  Reading,
  Rows,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
} from '@kundig/web-kit';
import { WrittenPosts } from '../member/WrittenPosts.js';
import styles from './OwnPages.module.css';

const MinePageQuery = graphql(`
  query MinePage($after: String) {
    myHeldPosts {
      id
      ...OwnHeldPost_post
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
          kudos {
            count
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
    <Reading gap={4} className={styles.page}>
      <h1>{t('mine.title')}</h1>
      <p>{t('mine.text')}</p>
      {myHeldPosts.length > 0 && (
        <Section title={t('mine.held')}>
          <p>{t('mine.heldText')}</p>
          <Rows>
            {myHeldPosts.map((post) => (
              <li key={post.id}>
                <OwnHeldPost post={post} />
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
      {items.length > 0 && (
        <WrittenPosts items={items} level={2} personas={personasOf(items)} thanks={thanksOf(items)} />
      )}
      {hasNextPage && endCursor && (
        <LinkButton to={`/mine?after=${encodeURIComponent(endCursor)}`}>{t('member.older')}</LinkButton>
      )}
    </Reading>
  );
}

/** @returns how often posts were thanked for, by the post's id; those nobody has thanked for are left out */
const thanksOf = (items: readonly { post: { id: string; kudos: { count: number } } }[]) =>
  new Map(items.flatMap(({ post: { id, kudos } }) => (kudos.count > 0 ? [[id, kudos.count] as const] : [])));

/** @returns the names under which anonymous posts stand, by the post's id */
const personasOf = (items: readonly { post: { id: string; author: { name: string; kind: AuthorKind } } }[]) =>
  new Map(
    items.flatMap(({ post: { id, author } }) =>
      author.kind === 'PERSONA' ? [[id, author.name] as const] : [],
    ),
  );
