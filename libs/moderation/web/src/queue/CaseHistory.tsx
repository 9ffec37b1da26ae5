import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { TimeText, useMessages } from '@kundig/web-kit';
import { decisionKeys } from './decision-keys.js';
import styles from './ReportCaseItem.module.css';

const CaseHistory_case = graphql(`
  fragment CaseHistory_case on ReportCase {
    id
    reports {
      id
      reason
      decision
      resolvedAt
    }
    measures {
      id
      at
      action
      reason
      actor {
        name
      }
    }
  }
`);

/** What was reported and done before about the same post or comment. */
export function CaseHistory(props: { item: FragmentType<typeof CaseHistory_case> }) {
  const t = useMessages('moderation');
  const { reports, measures } = readFragment(CaseHistory_case, props.item);
  const isOpen = reports.some(({ resolvedAt }) => resolvedAt === null);
  const earlier = isOpen ? reports.filter(({ resolvedAt }) => resolvedAt !== null) : [];
  if (earlier.length + measures.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{t('queue.history', { count: earlier.length + measures.length })}</summary>
      <ul className={styles.history}>
        {earlier.map(({ id, reason, decision, resolvedAt }) => (
          <li key={id}>
            {t('queue.earlier', { reason })} {t(decisionKeys[decision ?? 'KEEP'])}{' '}
            <span className={styles.facts}>
              <TimeText at={resolvedAt!} />
            </span>
          </li>
        ))}
        {measures.map(({ id, at, action, reason, actor }) => (
          <li key={id}>
            {action}
            {reason && `: ${reason}`}{' '}
            <span className={styles.facts}>
              {actor?.name ?? t('audit.system')} · <TimeText at={at} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
