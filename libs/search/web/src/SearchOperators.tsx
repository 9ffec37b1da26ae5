import { useMessages } from '@kundig/web-kit';
import styles from './SearchOperators.module.css';

/** What a query may say besides words, for those who want to know; folded, as nobody needs it. */
export function SearchOperators() {
  const t = useMessages('search');
  const operators = [
    [t('operators.phraseExample'), t('operators.phrase')],
    [t('operators.boardExample'), t('operators.board')],
    [t('operators.tagExample'), t('operators.tag')],
    ['author:Kranich42', t('operators.author')],
    ['is:solved', t('operators.solved')],
    ['lang:en', t('operators.lang')],
    [t('operators.sinceExample'), t('operators.since')],
  ];
  return (
    <details className={styles.operators}>
      <summary>{t('operators.title')}</summary>
      <dl>
        {operators.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
