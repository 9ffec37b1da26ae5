import { graphql } from '@kundig/api-contract';
import { SuspensionNote } from '@kundig/moderation/web';
import { MemberHead } from '@kundig/pseudonyms/web';
import {
  EmptyState,
  LinkButton,
  PageNotFound,
  type PageProps,
  type PrefetchContext,
  Reading,
  Section,
  Sheet,
  useMessages,
  usePageQuery,
} from '@kundig/web-kit';
import { WrittenPosts } from './WrittenPosts.js';
import styles from './MemberPage.module.css';

const MemberPageQuery = graphql(`
  query MemberPage($nickname: String!, $after: String) {
    member(nickname: $nickname) {
      id
      nickname
      path
      viewerMaySuspend
      suspension {
        ...SuspensionNote_suspension
      }
      ...MemberHead_member
      posts(first: 20, after: $after) {
        endCursor
        hasNextPage
        items {
          ...WrittenPosts_item
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
    <Reading gap={5} className={styles.profile}>
      <Sheet>
        <MemberHead member={member} />
        {member.suspension && <SuspensionNote suspension={member.suspension} />}
        {member.viewerMaySuspend && (
          <LinkButton to={`${member.path}/suspend`} look="quiet" size="small">
            {t(member.suspension ? 'suspend.standing' : 'suspend.title')}
          </LinkButton>
        )}
      </Sheet>
      <Section title={t('member.posts')}>
        {items.length === 0 && <EmptyState text={t('member.empty')} />}
        {items.length > 0 && <WrittenPosts items={items} level={3} />}
        {hasNextPage && endCursor && (
          <LinkButton to={`${member.path}?after=${encodeURIComponent(endCursor)}`}>
            {t('member.older')}
          </LinkButton>
        )}
      </Section>
    </Reading>
  );
}
