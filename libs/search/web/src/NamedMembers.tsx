import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Avatar, faceOf, Link, Section, useMessages } from '@kundig/web-kit';
import styles from './NamedHits.module.css';

const NamedMembers_member = graphql(`
  fragment NamedMembers_member on Member {
    id
    nickname
    path
    kind
    pictureSeed
    picture
    about
    realName
    role
  }
`);

/** Members who are called what was looked for, staff under their real name; nothing where there are none. */
export function NamedMembers(props: { members: readonly FragmentType<typeof NamedMembers_member>[] }) {
  const t = useMessages('search');
  const members = readFragment(NamedMembers_member, props.members);
  if (members.length === 0) return null;
  return (
    <Section title={t('named.members')} className={styles.named}>
      <ul>
        {members.map((member) => {
          const name = member.realName ?? member.nickname;
          const about =
            member.kind === 'STAFF'
              ? [t('named.staff'), member.role].filter(Boolean).join(', ')
              : member.about;
          return (
            <li key={member.id} className={styles.member}>
              <Avatar {...faceOf(member, name)} size={40} />
              <div>
                <p className={styles.name}>
                  <Link to={member.path}>{name}</Link>
                </p>
                {about && <p className={styles.about}>{about}</p>}
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
