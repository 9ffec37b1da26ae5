import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, Prose, TitleText } from '@kundig/web-kit';
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

interface FaqListProps<Entry> {
  entries: readonly Entry[];
  linkText: string;
  /** What else stands below an answer, which another domain brings. */
  note?(entry: Entry): ReactNode;
}

/** Questions that open to their answers; each also has a page of its own. */
export function FaqList<Entry extends FragmentType<typeof FaqList_entry>>(props: FaqListProps<Entry>) {
  const refs: readonly FragmentType<typeof FaqList_entry>[] = props.entries;
  const entries = readFragment(FaqList_entry, refs);
  return (
    <div className={styles.list}>
      {entries.map((entry, index) => (
        <details key={entry.id} lang={entry.lang}>
          <summary>
            <h3>
              <TitleText text={entry.question} />
            </h3>
          </summary>
          <Prose html={entry.answerHtml} />
          {props.note?.(props.entries[index]!)}
          <p>
            <Link to={entry.path}>{props.linkText}</Link>
          </p>
        </details>
      ))}
    </div>
  );
}
