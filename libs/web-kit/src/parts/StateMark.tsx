import { useMessages } from '../messages/use-messages.js';
import { IconCheck, IconCircle, IconCircleDashed, IconMessages } from '../icons.js';
import styles from './StateMark.module.css';

/** How a thread stands. */
export type ThreadStanding = 'solved' | 'open' | 'unanswered' | 'discussion';

const marks = {
  solved: { icon: IconCheck, key: 'state.solved' },
  open: { icon: IconCircle, key: 'state.open' },
  unanswered: { icon: IconCircleDashed, key: 'state.unanswered' },
  discussion: { icon: IconMessages, key: 'state.discussion' },
} as const;

/** The standing of a thread as word and shape, so that it never hangs on colour alone. */
export function StateMark({ standing }: { standing: ThreadStanding }) {
  const t = useMessages('kit');
  const { icon: Icon, key } = marks[standing];
  return (
    <span className={styles[standing]}>
      <Icon size={16} stroke={2.5} aria-hidden /> {t(key)}
    </span>
  );
}
