import { useMessages } from '@kundig/web-kit';
import type { DraftFate } from './use-draft.js';
import styles from './forms.module.css';

/** Says what became of a draft without its writer doing anything here; nothing where nothing did. */
export function DraftNotice({ fate }: { fate: DraftFate | null }) {
  const t = useMessages('forum');
  if (fate === null) return null;
  return (
    <p role="status" className={styles.restored}>
      {t(fate === 'restored' ? 'draft.restored' : 'draft.goneElsewhere')}
    </p>
  );
}
