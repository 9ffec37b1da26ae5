import { graphql } from '@kundig/api-contract';
import { GrantRoleForm, RoleList, StaffLackList } from '@kundig/administration/web';
import { DemandSecondFactorForm, SecondFactorDemand } from '@kundig/site/web';
import { Section, SignInNeeded, useMessages, usePageQuery, type PrefetchContext } from '@kundig/web-kit';
import { FreshFactor } from '../own/FreshFactor.js';
import { AdminFrame } from './AdminFrame.js';
import { PowerfulRoles } from './PowerfulRoles.js';

const RolesPageQuery = graphql(`
  query RolesPage {
    roleDesk {
      lacks
      ...RoleList_file
      ...StaffLackList_file
    }
    secondFactorDemanded
    secondFactor {
      on
      fresh
    }
    boardDesk {
      id
      name
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(RolesPageQuery, {});
  return { title: messages('pages')('admin.roles'), noindex: true };
}

/** Who may do more than others, where, and how that changes. */
export default function RolesPage() {
  const t = useMessages('pages');
  const { roleDesk, boardDesk, secondFactor, secondFactorDemanded } = usePageQuery(RolesPageQuery, {});
  const lacking = roleDesk.filter(({ lacks }) => lacks.length > 0);
  return (
    <AdminFrame title={t('admin.roles')}>
      <p>{t('admin.rolesWhy')}</p>
      {lacking.length > 0 && (
        <Section title={t('admin.staffLacks')}>
          <p>{t('admin.staffLacksWhy')}</p>
          <StaffLackList files={lacking} />
        </Section>
      )}
      <Section title={t('admin.held')}>
        <RoleList files={roleDesk} />
      </Section>
      <Section title={t('admin.grantRole')}>
        <PowerfulRoles factor={secondFactor} here="/admin/roles" />
        <GrantRoleForm boards={boardDesk} />
      </Section>
      <Section title={t('admin.secondFactor')}>
        <SecondFactorDemand demanded={secondFactorDemanded} />
        <FreshFactor factor={secondFactor} here="/admin/roles">
          <DemandSecondFactorForm demanded={secondFactorDemanded} />
        </FreshFactor>
      </Section>
    </AdminFrame>
  );
}
