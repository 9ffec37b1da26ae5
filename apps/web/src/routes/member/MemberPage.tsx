import { graphql } from '@kundig/api-contract';
import { MemberHead } from '@kundig/pseudonyms/web';
import {
  EmptyState,
  Link,
  LinkButton,
  PageNotFound,
  type PageProps,
  type PrefetchContext,
  Section,
  TimeText,
  useMessages,
  usePageQuery,
} from '@kundig/web-kit';
import styles from './MemberPage.module.css';

const MemberPageQuery = graphql(`
  query MemberPage($nickname: String!, $after: String) {
    member(nickname: $nickname) {
      id
      nickname
      path
      ...MemberHead_member
      posts(first: 20, after: $after) {
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
          }
          thread {
            id
            title
            lang
          }
        }
      }
    }
  }
`);

const LONGEST_CURSOR = 200;

const variablesOf = ({ params, url }: PageProps) => ({
  nickname: params.nickname!,
  after: url.searchParams.get('after')?.slice(0, LONGEST_CURSOR),
});

export async function prefetch({ query, params, url }: PrefetchContext) {
  const { member } = await query(MemberPageQuery, variablesOf({ params, url }));
  if (!member) throw new PageNotFound();
  const redirect =
    decodeURI(member.path) === decodeURI(url.pathname) ? undefined : { path: member.path, permanent: true };
  return { title: member.nickname, noindex: true, redirect };
}

export default function MemberPage(props: PageProps) {
  const t = useMessages('pages');
  const { member } = usePageQuery(MemberPageQuery, variablesOf(props));
  if (!member) return null;
  const { items, hasNextPage, endCursor } = member.posts;
  return (
    <div className={styles.profile}>
      <MemberHead member={member} />
      <Section title={t('member.posts')}>
        {items.length === 0 && <EmptyState text={t('member.empty')} />}
        <ul className={styles.posts}>
          {items.map(({ post, thread, excerpt }) => (
            <li key={post.id}>
              <h3 lang={thread.lang}>
                <Link to={post.path}>{thread.title}</Link>
              </h3>
              <p lang={post.lang}>{excerpt}</p>
              <p className={styles.facts}>
                {post.solution && <strong>{t('member.solution')}</strong>}
                <span>{t(post.kind === 'OPENING' ? 'member.asked' : 'member.replied')}</span>
                <TimeText at={post.createdAt} rounded={post.createdAtRounded} />
              </p>
            </li>
          ))}
        </ul>
        {hasNextPage && endCursor && (
          <LinkButton to={`${member.path}?after=${encodeURIComponent(endCursor)}`}>
            {t('member.older')}
          </LinkButton>
        )}
      </Section>
    </div>
  );
}
