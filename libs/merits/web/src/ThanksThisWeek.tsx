import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, useMessages } from '@kundig/web-kit';
import styles from './ThanksThisWeek.module.css';

const ThanksThisWeek_thanks = graphql(`
  fragment ThanksThisWeek_thanks on Thanks {
    kudos
    solutions
    members {
      id
      nickname
      path
    }
  }
`);

/** Who was thanked in the last days, by name and without an order of merit. */
export function ThanksThisWeek(props: { thanks: FragmentType<typeof ThanksThisWeek_thanks> }) {
  const t = useMessages('merits');
  const { kudos, solutions, members } = readFragment(ThanksThisWeek_thanks, props.thanks);
  const figures = [
    solutions > 0 && t('thanks.solutions', { count: solutions }),
    kudos > 0 && t('thanks.kudos', { count: kudos }),
  ].filter(Boolean);
  return (
    <div className={styles.thanks}>
      <p>{t('thanks.sum', { figures: figures.join(t('thanks.and')) })}</p>
      <ul className={styles.names}>
        {members.map(({ id, nickname, path }) => (
          <li key={id}>
            <Link to={path}>{nickname}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
