import { graphql } from '@kundig/api-contract';
import { GroupForm, GroupMembers } from '@kundig/administration/web';
import {
  EmptyState,
  PageNotFound,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { GroupsFrame } from './GroupsFrame.js';

const GroupPageQuery = graphql(`
  query GroupPage($group: ID!) {
    groupDesk {
      id
      name
      nameDe
      nameEn
    }
    groupMembers(group: $group) {
      lead
      member {
        id
        nickname
        path
      }
    }
    viewer {
      mayAdminister
    }
  }
`);

const variablesOf = ({ params }: Pick<PageProps, 'params'>) => ({ group: params.id! });

export async function prefetch({ query, params, viewer }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { groupDesk } = await query(GroupPageQuery, variablesOf({ params }));
  const group = groupDesk.find(({ id }) => id === params.id);
  if (!group) throw new PageNotFound();
  return { title: group.name, noindex: true };
}

/** One closed group: who belongs to it, and what it is called. */
export default function GroupPage({ params }: PageProps) {
  const t = useMessages('pages');
  const { groupDesk, groupMembers, viewer } = usePageQuery(GroupPageQuery, variablesOf({ params }));
  const group = groupDesk.find(({ id }) => id === params.id);
  if (!group) return null;
  return (
    <GroupsFrame title={group.name} administers={viewer.mayAdminister}>
      <Section title={t('admin.groupMembers')}>
        <GroupMembers group={group.id} members={groupMembers} mayAppoint={viewer.mayAdminister} />
        {groupMembers.length === 0 && <EmptyState text={t('admin.noGroupMembers')} quiet />}
      </Section>
      {viewer.mayAdminister && (
        <Section title={t('admin.groupNames')}>
          <GroupForm group={group} />
        </Section>
      )}
    </GroupsFrame>
  );
}
