import { graphql } from '@kundig/api-contract';
import { AccessRequestItem, GroupForm, GroupRows } from '@kundig/administration/web';
import {
  EmptyState,
  PageNotFound,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PrefetchContext,
} from '@kundig/web-kit';
import { GroupsFrame } from './GroupsFrame.js';

const GroupsPageQuery = graphql(`
  query GroupsPage {
    accessRequests {
      id
      ...AccessRequestItem_request
    }
    groupDesk {
      id
      name
      memberCount
    }
    viewer {
      mayAdminister
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { groupDesk, viewer: person } = await query(GroupsPageQuery, {});
  if (!person.mayAdminister && groupDesk.length === 0) throw new PageNotFound();
  return { title: messages('pages')('admin.groups'), noindex: true };
}

/** Closed groups; whoever waits for an answer comes first. */
export default function GroupsPage() {
  const t = useMessages('pages');
  const { accessRequests, groupDesk, viewer } = usePageQuery(GroupsPageQuery, {});
  return (
    <GroupsFrame title={t('admin.groups')} administers={viewer.mayAdminister}>
      <Section title={t('admin.requests')}>
        {accessRequests.length === 0 && <EmptyState text={t('admin.noRequests')} quiet />}
        {accessRequests.map((request) => (
          <AccessRequestItem key={request.id} request={request} />
        ))}
      </Section>
      <Section title={t('admin.groups')}>
        {groupDesk.length > 0 ? (
          <GroupRows groups={groupDesk} />
        ) : (
          <EmptyState text={t('admin.noGroups')} quiet />
        )}
      </Section>
      {viewer.mayAdminister && (
        <Section title={t('admin.newGroup')}>
          <GroupForm />
        </Section>
      )}
    </GroupsFrame>
  );
}
