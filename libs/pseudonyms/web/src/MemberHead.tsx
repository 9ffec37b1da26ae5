import { Fragment } from 'react';
import { graphql, readFragment, type AuthorKind, type FragmentType } from '@kundig/api-contract';
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
  return <ProfileHead profile={readFragment(MemberHead_member, props.member)} level={1} />;
}

/** What the head of a profile shows. */
interface Profile {
  nickname: string;
  kind: AuthorKind;
  pictureSeed: string;
  picture: string | null;
  about: string | null;
  mark: string | null;
  realName: string | null;
  role: string | null;
  joinedMonth: string;
  postCount: number;
  solutionCount: number;
  kudosCount: number;
  expertBoards: readonly Place[];
}

interface Place {
  name: string;
  path: string;
}

interface ProfileHeadProps {
  profile: Profile;
  /** Level of the name as a heading. */
  level: 1 | 4;
}

/** The same wherever a profile is shown, by whoever sees it. */
export function ProfileHead({ profile, level }: ProfileHeadProps) {
  const t = useMessages('pseudonyms');
  const { locale } = usePageRuntime();
  const Name = `h${level}` as const;
  const figures = [
    [t('member.posts'), profile.postCount],
    [t('member.solutions'), profile.solutionCount],
    [t('member.kudos'), profile.kudosCount],
  ] as const;
  return (
    <header className={styles.head}>
      <Avatar {...faceOf(profile, profile.realName ?? profile.nickname)} size={72} />
      <div>
        <Name>{profile.realName ?? profile.nickname}</Name>
        <p className={styles.since}>
          {profile.kind === 'STAFF' && (
            <strong>{[t('member.staff'), profile.role].filter(Boolean).join(', ')} · </strong>
          )}
          {profile.mark && <strong>{profile.mark} · </strong>}
          {t('member.since', { month: writeMonth(profile.joinedMonth, locale) })}
        </p>
        <ExpertBoards boards={profile.expertBoards} />
        {profile.about && <p>{profile.about}</p>}
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
function ExpertBoards({ boards }: { boards: readonly Place[] }) {
  const t = useMessages('pseudonyms');
  if (usePageRuntime().statusHidden || boards.length === 0) return null;
  return (
    <p>
      <ExpertMark /> {t('member.expertFor')}{' '}
      {boards.map(({ name, path }, place) => (
        <Fragment key={path}>
          {place > 0 && ', '}
          <Link to={path}>{name}</Link>
        </Fragment>
      ))}
    </p>
  );
}
