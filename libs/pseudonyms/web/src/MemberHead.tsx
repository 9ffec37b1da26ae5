import { Fragment } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Avatar, ExpertMark, faceOf, Link, useMessages, usePageRuntime, writeMonth } from '@kundig/web-kit';
import styles from './MemberHead.module.css';

const MemberHead_member = graphql(`
  fragment MemberHead_member on Member {
    nickname
    kind
    pictureSeed
    picture
    about
    mark
    realName
    role
    joinedMonth
    postCount
    solutionCount
    kudosCount
    expertBoards {
      id
      name
      path
    }
  }
`);

/** The public side of an account: a name, a picture, what the member shows by choice, and what came of it. */
export function MemberHead(props: { member: FragmentType<typeof MemberHead_member> }) {
  const t = useMessages('pseudonyms');
  const { locale } = usePageRuntime();
  const member = readFragment(MemberHead_member, props.member);
  const figures = [
    [t('member.posts'), member.postCount],
    [t('member.solutions'), member.solutionCount],
    [t('member.kudos'), member.kudosCount],
  ] as const;
  return (
    <header className={styles.head}>
      <Avatar {...faceOf(member, member.realName ?? member.nickname)} size={72} />
      <div>
        <h1>{member.realName ?? member.nickname}</h1>
        <p className={styles.since}>
          {member.kind === 'STAFF' && (
            <strong>{[t('member.staff'), member.role].filter(Boolean).join(', ')} · </strong>
          )}
          {member.mark && <strong>{member.mark} · </strong>}
          {t('member.since', { month: writeMonth(member.joinedMonth, locale) })}
        </p>
        <ExpertBoards boards={member.expertBoards} />
        {member.about && <p>{member.about}</p>}
      </div>
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value.toLocaleString(locale)}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

/** For which boards the member was appointed, one by one; nothing for readers who want to see no status. */
function ExpertBoards({ boards }: { boards: readonly { id: string; name: string; path: string }[] }) {
  const t = useMessages('pseudonyms');
  if (usePageRuntime().statusHidden || boards.length === 0) return null;
  return (
    <p>
      <ExpertMark /> {t('member.expertFor')}{' '}
      {boards.map(({ id, name, path }, place) => (
        <Fragment key={id}>
          {place > 0 && ', '}
          <Link to={path}>{name}</Link>
        </Fragment>
      ))}
    </p>
  );
}
