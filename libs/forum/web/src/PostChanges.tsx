import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { TextChanges, TimeText, useMessages, type TextChange } from '@kundig/web-kit';
import { AuthorLine } from './AuthorLine.js';
import styles from './PostChanges.module.css';

const PostChanges_change = graphql(`
  fragment PostChanges_change on PostChange {
    number
    at
    atRounded
    editor {
      ...AuthorLine_author
    }
    title {
      ...TextChanges_change
    }
    tags {
      ...TextChanges_change
    }
    body {
      ...TextChanges_change
    }
  }
`);

/** How a post became what it is, the latest change first: what went is struck out, what came is underlined. */
export function PostChanges(props: {
  changes: readonly FragmentType<typeof PostChanges_change>[];
  lang: string;
}) {
  const t = useMessages('forum');
  const changes = readFragment(PostChanges_change, props.changes);
  return (
    <ol className={styles.changes}>
      {changes.map(({ number, at, atRounded, editor, title, tags, body }) => (
        <li key={number} className={styles.change}>
          <h2 className={styles.head}>
            <span>{t('history.change', { number })}</span>
            <AuthorLine author={editor} />
            <TimeText at={at} rounded={atRounded} />
          </h2>
          <NamedChanges name={t('history.title')} changes={title} lang={props.lang} />
          <NamedChanges name={t('history.tags')} changes={tags} lang={props.lang} />
          <NamedChanges name={t('history.text')} changes={body} lang={props.lang} />
          {title.length + tags.length + body.length === 0 && <p>{t('history.same')}</p>}
        </li>
      ))}
    </ol>
  );
}

function NamedChanges(props: { name: string; changes: readonly TextChange[]; lang: string }) {
  if (props.changes.length === 0) return null;
  return (
    <div>
      <h3 className={styles.what}>{props.name}</h3>
      <TextChanges changes={props.changes} lang={props.lang} />
    </div>
  );
}
