import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { useMessages } from '../messages/use-messages.js';
import styles from './TextChanges.module.css';

const TextChanges_change = graphql(`
  fragment TextChanges_change on TextChange {
    kind
    text
  }
`);

/** A run of words that stayed, came or went, as asked for by the fragment `TextChanges_change`. */
export type TextChange = FragmentType<typeof TextChanges_change>;

/** How a text became another: what went is struck out, what came is underlined, and each is said to screen readers. */
export function TextChanges(props: { changes: readonly TextChange[]; lang?: string }) {
  const t = useMessages('kit');
  return (
    <p className={styles.changes} lang={props.lang}>
      {readFragment(TextChanges_change, props.changes).map(({ kind, text }, index) => {
        if (kind === 'SAME') return <span key={index}>{text}</span>;
        const Mark = kind === 'ADDED' ? 'ins' : 'del';
        return (
          <Mark key={index}>
            <span className="visually-hidden">
              {t(kind === 'ADDED' ? 'changes.added' : 'changes.removed')}{' '}
            </span>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}
