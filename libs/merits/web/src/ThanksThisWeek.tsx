import { useId } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, useMessages } from '@kundig/web-kit';
import styles from './ThanksThisWeek.module.css';

const ThanksThisWeek_thanks = graphql(`
  fragment ThanksThisWeek_thanks on Thanks {
    kudos
    solutions
    members {
      id
      name
      path
    }
    staff {
      id
      name
      path
    }
  }
`);

/** Who was thanked in the last days, by name and without an order of merit; the operator's own people apart. */
export function ThanksThisWeek(props: { thanks: FragmentType<typeof ThanksThisWeek_thanks> }) {
  const t = useMessages('merits');
  const staffLabel = useId();
  const { kudos, solutions, members, staff } = readFragment(ThanksThisWeek_thanks, props.thanks);
  const figures = [
    solutions > 0 && t('thanks.solutions', { count: solutions }),
    kudos > 0 && t('thanks.kudos', { count: kudos }),
  ].filter(Boolean);
  return (
    <div className={styles.thanks}>
      <p>{t('thanks.sum', { figures: figures.join(t('thanks.and')) })}</p>
      {members.length > 0 && <Names people={members} />}
      {staff.length > 0 && (
        <div className={styles.staff}>
          <span id={staffLabel}>{t('thanks.staff')}</span>
          <Names people={staff} labelledBy={staffLabel} />
        </div>
      )}
    </div>
  );
}

interface NamesProps {
  people: readonly { id: string; name: string; path: string }[];
  /** Id of what says who they are. */
  labelledBy?: string;
}

function Names({ people, labelledBy }: NamesProps) {
  return (
    <ul className={styles.names} aria-labelledby={labelledBy}>
      {people.map(({ id, name, path }) => (
        <li key={id}>
          <Link to={path}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}
