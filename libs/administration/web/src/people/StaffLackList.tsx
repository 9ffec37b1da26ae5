import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, useMessages } from '@kundig/web-kit';
import styles from '../forms.module.css';

const StaffLackList_file = graphql(`
  fragment StaffLackList_file on MemberFile {
    member {
      id
      nickname
      realName
    }
    lacks
  }
`);

const lackKeys = { NAME: 'staff.lacksName', PHOTO: 'staff.lacksPhoto' } as const;

/** Who speaks for the operator and has not told readers everything about it, each with what is missing. */
export function StaffLackList(props: { files: readonly FragmentType<typeof StaffLackList_file>[] }) {
  const t = useMessages('administration');
  return (
    <ul className={styles.rows}>
      {readFragment(StaffLackList_file, props.files).map(({ member, lacks }) => (
        <li key={member.id}>
          <Link to={`/admin/members/${encodeURIComponent(member.nickname)}`}>
            {member.realName ?? member.nickname}
          </Link>
          <p className={styles.facts}>{lacks.map((lack) => t(lackKeys[lack])).join(' · ')}</p>
        </li>
      ))}
    </ul>
  );
}
