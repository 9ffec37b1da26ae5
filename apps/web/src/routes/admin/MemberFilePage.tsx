import { graphql } from '@kundig/api-contract';
import { OpenMailForm, ResetSecondFactorForm, RoleList } from '@kundig/administration/web';
import { SuspendMemberForm } from '@kundig/moderation/web';
import {
  LinkButton,
  PageNotFound,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { FreshFactor } from '../own/FreshFactor.js';
import { AdminFrame } from './AdminFrame.js';

const MemberFilePageQuery = graphql(`
  query MemberFilePage($nickname: String!) {
    memberFile(nickname: $nickname) {
      member {
        id
        nickname
        path
      }
      roles {
        role
      }
      groups
      mail
      hasSecondFactor
      suspension {
        ...SuspensionNote_suspension
      }
      ...RoleList_file
    }
    secondFactor {
      on
      fresh
    }
  }
`);

const variablesOf = ({ params }: Pick<PageProps, 'params'>) => ({ nickname: params.nickname! });

export async function prefetch({ query, params, viewer }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { memberFile } = await query(MemberFilePageQuery, variablesOf({ params }));
  if (!memberFile) throw new PageNotFound();
  return { title: memberFile.member.nickname, noindex: true };
}

/** One member: what everybody sees, roles, groups, whether they may write, and the mail address for whoever gives a reason. */
export default function MemberFilePage({ params }: PageProps) {
  const t = useMessages('pages');
  const { memberFile, secondFactor } = usePageQuery(MemberFilePageQuery, variablesOf({ params }));
  if (!memberFile) return null;
  const { member, roles, groups, mail, suspension, hasSecondFactor } = memberFile;
  return (
    <AdminFrame title={member.nickname}>
      <p>
        <LinkButton to={member.path} size="small">
          {t('admin.publicPage')}
        </LinkButton>
      </p>
      <Section title={t('admin.roles')}>
        {roles.length > 0 ? <RoleList files={[memberFile]} /> : <p>{t('admin.none')}</p>}
      </Section>
      <Section title={t('admin.memberGroups')}>
        <p>{groups.length > 0 ? groups.join(', ') : t('admin.none')}</p>
      </Section>
      <Section title={t('suspend.title')}>
        {!suspension && <p>{t('suspend.text', { name: member.nickname })}</p>}
        <SuspendMemberForm nickname={member.nickname} suspension={suspension} />
      </Section>
      <Section title={t('admin.secondFactor')}>
        <p>{t(hasSecondFactor ? 'admin.factorOn' : 'admin.factorOff')}</p>
        {hasSecondFactor && (
          <FreshFactor factor={secondFactor} here={`/admin/members/${encodeURIComponent(member.nickname)}`}>
            <ResetSecondFactorForm nickname={member.nickname} />
          </FreshFactor>
        )}
      </Section>
      <Section title={t('admin.memberMail')}>
        <OpenMailForm nickname={member.nickname} mail={mail} />
      </Section>
    </AdminFrame>
  );
}
