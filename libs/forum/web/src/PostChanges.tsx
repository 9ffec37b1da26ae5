import { graphql, readFragment, type FragmentType, type PostTextChangeKind } from '@kundig/api-contract';
import { TimeText, useMessages } from '@kundig/web-kit';
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
      kind
      text
    }
    tags {
      kind
      text
    }
    body {
      kind
      text
    }
  }
`);

interface Stretch {
  kind: PostTextChangeKind;
  text: string;
}

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
          <Stretches name={t('history.title')} stretches={title} lang={props.lang} />
          <Stretches name={t('history.tags')} stretches={tags} lang={props.lang} />
          <Stretches name={t('history.text')} stretches={body} lang={props.lang} />
          {title.length + tags.length + body.length === 0 && <p>{t('history.same')}</p>}
        </li>
      ))}
    </ol>
  );
}

function Stretches({ name, stretches, lang }: { name: string; stretches: readonly Stretch[]; lang: string }) {
  if (stretches.length === 0) return null;
  return (
    <div>
      <h3 className={styles.what}>{name}</h3>
      <p className={styles.text} lang={lang}>
        {stretches.map(({ kind, text }, index) => {
          if (kind === 'ADDED') return <ins key={index}>{text}</ins>;
          if (kind === 'REMOVED') return <del key={index}>{text}</del>;
          return <span key={index}>{text}</span>;
        })}
      </p>
    </div>
  );
}
