import { graphql } from '@kundig/api-contract';
import { MemberRows } from '@kundig/administration/web';
import {
  Button,
  EmptyState,
  LinkButton,
  localePrefix,
  SignInNeeded,
  TextField,
  useMessages,
  usePageQuery,
  usePageRuntime,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';
import styles from './AdminPage.module.css';

const MembersPageQuery = graphql(`
  query MembersPage($prefix: String!, $after: String) {
    memberDesk(prefix: $prefix, after: $after) {
      endCursor
      items {
        ...MemberRows_file
      }
    }
  }
`);

const LONGEST = 60;

const variablesOf = (url: URL) => ({
  prefix: url.searchParams.get('q')?.slice(0, LONGEST) ?? '',
  after: url.searchParams.get('after')?.slice(0, LONGEST),
});

export async function prefetch({ query, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(MembersPageQuery, variablesOf(url));
  return { title: messages('pages')('admin.members'), noindex: true };
}

/** Members by the beginning of their nickname. */
export default function MembersPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { locale } = usePageRuntime();
  const variables = variablesOf(url);
  const { endCursor, items } = usePageQuery(MembersPageQuery, variables).memberDesk;
  const more = endCursor && new URLSearchParams({ q: variables.prefix, after: endCursor }).toString();
  return (
    <AdminFrame title={t('admin.members')}>
      <p>{t('admin.membersWhy')}</p>
      <form method="get" action={`${localePrefix(locale)}/admin/members`} className={styles.find}>
        <TextField
          name="q"
          label={t('admin.nickname')}
          defaultValue={variables.prefix}
          maxLength={LONGEST}
          autoComplete="off"
          required={false}
        />
        <Button type="submit">{t('admin.findMembers')}</Button>
      </form>
      {items.length > 0 ? <MemberRows files={items} /> : <EmptyState text={t('admin.noMembers')} />}
      {more && (
        <p>
          <LinkButton to={`/admin/members?${more}`}>{t('admin.moreMembers')}</LinkButton>
        </p>
      )}
    </AdminFrame>
  );
}
