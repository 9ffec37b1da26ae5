import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, useMessages, usePageRuntime, writeMonth } from '@kundig/web-kit';
import styles from '../forms.module.css';
import { roleKeys } from './RoleForms.js';

const MemberRows_file = graphql(`
  fragment MemberRows_file on MemberFile {
    member {
      id
      nickname
      joinedMonth
    }
    roles {
      role
      boardName
    }
    groups
  }
`);

/** Members with their roles and groups, each leading to its page. */
export function MemberRows(props: { files: readonly FragmentType<typeof MemberRows_file>[] }) {
  const t = useMessages('administration');
  const { locale } = usePageRuntime();
  return (
    <ul className={styles.rows}>
      {readFragment(MemberRows_file, props.files).map(({ member, roles, groups }) => (
        <li key={member.id}>
          <Link to={`/admin/members/${encodeURIComponent(member.nickname)}`}>{member.nickname}</Link>
          <p className={styles.facts}>
            {[
              t('people.since', { month: writeMonth(member.joinedMonth, locale) }),
              ...roles.map(({ role, boardName }) => [t(roleKeys[role]), boardName].filter(Boolean).join(' ')),
              ...groups,
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
