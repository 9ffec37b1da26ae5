import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Avatar, faceOf, Link, Sheet, useMessages, usePageRuntime } from '@kundig/web-kit';
import styles from './RankingTable.module.css';

const RankingTable_contributor = graphql(`
  fragment RankingTable_contributor on ContributorObject {
    solutions
    kudos
    member {
      id
      nickname
      path
      kind
      realName
      pictureSeed
      picture
    }
  }
`);

interface RankingTableProps {
  /** Best first. */
  contributors: readonly FragmentType<typeof RankingTable_contributor>[];
  caption: string;
  /** Leaves the places out, where nobody competes. */
  unplaced?: boolean;
}

/** Who helps most, with both figures. */
export function RankingTable({ caption, unplaced = false, ...props }: RankingTableProps) {
  const t = useMessages('merits');
  const { locale } = usePageRuntime();
  const contributors = props.contributors.map((contributor) =>
    readFragment(RankingTable_contributor, contributor),
  );
  return (
    <Sheet>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {!unplaced && <th scope="col">{t('table.place')}</th>}
            <th scope="col" className={styles.who}>
              {t('table.name')}
            </th>
            <th scope="col">{t('table.solutions')}</th>
            <th scope="col">{t('table.kudos')}</th>
          </tr>
        </thead>
        <tbody>
          {contributors.map(({ member, solutions, kudos }, index) => (
            <tr key={member.id}>
              {!unplaced && <td>{index + 1}</td>}
              <th scope="row" className={styles.who}>
                <span className={styles.name}>
                  <Avatar {...faceOf(member, member.realName ?? member.nickname)} size={24} />
                  <Link to={member.path}>{member.realName ?? member.nickname}</Link>
                </span>
              </th>
              <td>{solutions.toLocaleString(locale)}</td>
              <td>{kudos.toLocaleString(locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
