import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Prose, TimeText, useMessages } from '@kundig/web-kit';
import styles from './ReportCaseItem.module.css';

const CaseContext_post = graphql(`
  fragment CaseContext_post on Post {
    id
    position
    surroundings {
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

/** The opening post, and the posts right before and after the one to be decided about. */
export function CaseContext(props: { post: FragmentType<typeof CaseContext_post> }) {
  const t = useMessages('moderation');
  const post = readFragment(CaseContext_post, props.post);
  if (post.surroundings.length === 0) return null;
  const placeOf = (position: number, isOpening: boolean) => {
    if (isOpening) return t('queue.opening');
    return position < post.position ? t('queue.before') : t('queue.after');
  };
  return (
    <details className={styles.more}>
      <summary>{t('queue.context')}</summary>
      {post.surroundings.map(({ id, position, kind, html, lang, author, createdAt, createdAtRounded }) => (
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
