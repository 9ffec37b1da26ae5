import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, Prose } from '@kundig/web-kit';
import styles from './FaqList.module.css';

const FaqList_entry = graphql(`
  fragment FaqList_entry on FaqEntry {
    id
    path
    question
    answerHtml
    lang
  }
`);

/** Questions that open to their answers; each also has a page of its own. */
export function FaqList(props: { entries: readonly FragmentType<typeof FaqList_entry>[]; linkText: string }) {
  const entries = readFragment(FaqList_entry, props.entries);
  return (
    <div className={styles.list}>
      {entries.map((entry) => (
        <details key={entry.id} lang={entry.lang}>
          <summary>
            <h3>{entry.question}</h3>
          </summary>
          <Prose html={entry.answerHtml} />
          <p>
            <Link to={entry.path}>{props.linkText}</Link>
          </p>
        </details>
      ))}
    </div>
  );
}
