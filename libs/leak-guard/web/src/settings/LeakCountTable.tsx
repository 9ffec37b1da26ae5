import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { useMessages, usePageRuntime } from '@kundig/web-kit';
import { KIND_WORDS } from '../kind-words.js';
import { ruleKind } from './kinds.js';
import styles from './LeakCountTable.module.css';

const LeakCountTable_count = graphql(`
  fragment LeakCountTable_count on LeakCount {
    kind
    found
    hidden
    left
  }
`);

/** What was found, kind by kind, and what became of it. */
export function LeakCountTable(props: { counts: readonly FragmentType<typeof LeakCountTable_count>[] }) {
  const t = useMessages('leak-guard');
  const { locale } = usePageRuntime();
  const number = new Intl.NumberFormat(locale);
  return (
    <table className={styles.counts}>
      <thead>
        <tr>
          <th scope="col">{t('counts.kind')}</th>
          <th scope="col">{t('counts.found')}</th>
          <th scope="col">{t('counts.hidden')}</th>
          <th scope="col">{t('counts.left')}</th>
        </tr>
      </thead>
      <tbody>
        {props.counts.map((ref) => {
          const { kind, found, hidden, left } = readFragment(LeakCountTable_count, ref);
          return (
            <tr key={kind}>
              <th scope="row">{t(KIND_WORDS[ruleKind(kind)])}</th>
              <td>{number.format(found)}</td>
              <td>{number.format(hidden)}</td>
              <td>{number.format(left)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
