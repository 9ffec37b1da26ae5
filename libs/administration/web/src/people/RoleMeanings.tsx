import type { Role } from '@kundig/api-contract';
import { useMessages } from '@kundig/web-kit';
import styles from './RoleMeanings.module.css';
import { roleKeys } from './RoleForms.js';

const meanings = {
  MODERATOR: 'role.moderatorMay',
  STAFF: 'role.staffMay',
  EDITOR: 'role.editorMay',
  AUTHOR: 'role.authorMay',
  CUSTODIAN: 'role.custodianMay',
  ADMINISTRATOR: 'role.administratorMay',
} as const satisfies Record<Role, string>;

/** What each role may do, in a line each, for whoever is about to give one. */
export function RoleMeanings() {
  const t = useMessages('administration');
  return (
    <details>
      <summary>{t('role.meanings')}</summary>
      <dl className={styles.meanings}>
        {(Object.keys(meanings) as Role[]).map((role) => (
          <div key={role}>
            <dt>{t(roleKeys[role])}</dt>
            <dd>{t(meanings[role])}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
