import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { IconLock, Link, Section, useMessages } from '@kundig/web-kit';
import styles from './NamedHits.module.css';

const NamedBoards_board = graphql(`
  fragment NamedBoards_board on Board {
    id
    name
    path
    description
    readable
  }
`);

/** Boards that are called what was looked for, or are there for it; nothing where there are none. */
export function NamedBoards(props: { boards: readonly FragmentType<typeof NamedBoards_board>[] }) {
  const t = useMessages('search');
  const boards = readFragment(NamedBoards_board, props.boards);
  if (boards.length === 0) return null;
  return (
    <Section title={t('named.boards')} className={styles.named}>
      <ul>
        {boards.map(({ id, name, path, description, readable }) => (
          <li key={id}>
            <p className={styles.name}>
              <Link to={path}>{name}</Link>
              {!readable && <IconLock size={16} aria-label={t('named.closedBoard')} />}
            </p>
            {description && <p className={styles.about}>{description}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
