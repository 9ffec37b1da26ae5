import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, TimeText, useMessages } from '@kundig/web-kit';
import styles from './AuditTable.module.css';

const AuditTable_entry = graphql(`
  fragment AuditTable_entry on AuditEntry {
    id
    at
    action
    subject
    path
    reason
    actor {
      name
    }
  }
`);

/** Who did what to what, when and why; nothing here can be changed. */
export function AuditTable(props: { entries: readonly FragmentType<typeof AuditTable_entry>[] }) {
  const t = useMessages('moderation');
  const entries = readFragment(AuditTable_entry, props.entries);
  return (
    <div className={styles.frame} role="region" aria-label={t('audit.title')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('audit.at')}</th>
            <th scope="col">{t('audit.actor')}</th>
            <th scope="col">{t('audit.action')}</th>
            <th scope="col">{t('audit.subject')}</th>
            <th scope="col">{t('audit.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>
                <TimeText at={entry.at} absolute />
              </td>
              <td>{entry.actor?.name ?? t('audit.system')}</td>
              <td>{entry.action}</td>
              <td>{entry.path ? <Link to={entry.path}>{entry.subject}</Link> : entry.subject}</td>
              <td>{entry.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
