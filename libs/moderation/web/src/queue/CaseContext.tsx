import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Prose, TimeText, useMessages } from '@kundig/web-kit';
import styles from './ReportCaseItem.module.css';

const CaseContext_case = graphql(`
  fragment CaseContext_case on ReportCase {
    id
    post {
      id
      position
    }
    context {
      id
      position
      kind
      html
      lang
      createdAt
      createdAtRounded
      author {
        name
      }
    }
  }
`);

/** The opening post, and the posts right before and after the reported one. */
export function CaseContext(props: { item: FragmentType<typeof CaseContext_case> }) {
  const t = useMessages('moderation');
  const { post, context } = readFragment(CaseContext_case, props.item);
  if (!post || context.length === 0) return null;
  const placeOf = (position: number, isOpening: boolean) => {
    if (isOpening) return t('queue.opening');
    return position < post.position ? t('queue.before') : t('queue.after');
  };
  return (
    <details className={styles.more}>
      <summary>{t('queue.context')}</summary>
      {context.map(({ id, position, kind, html, lang, author, createdAt, createdAtRounded }) => (
        <div key={id}>
          <p className={styles.facts}>
            <strong>{placeOf(position, kind === 'OPENING')}</strong> · {author.name} ·{' '}
            <TimeText at={createdAt} rounded={createdAtRounded} />
          </p>
          {html ? <Prose html={html} lang={lang} /> : <p className={styles.facts}>{t('queue.stub')}</p>}
        </div>
      ))}
    </details>
  );
}
