import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Avatar, faceOf, Link, useMessages } from '@kundig/web-kit';
import styles from './AuthorBox.module.css';

const AuthorBox_author = graphql(`
  fragment AuthorBox_author on Author {
    id
    name
    kind
    role
    mark
    about
    path
    pictureSeed
    picture
  }
`);

/** Who wrote the article, below it: staff with photo, real name and what they do, invited authors as they show themselves. */
export function AuthorBox(props: { author: FragmentType<typeof AuthorBox_author> }) {
  const t = useMessages('blog');
  const author = readFragment(AuthorBox_author, props.author);
  const { name, kind, role, mark, about, path } = author;
  const facts = [kind === 'STAFF' && t('author.staff'), role, mark].filter(Boolean);
  return (
    <aside className={styles.box} aria-label={t('author.title')}>
      <Avatar {...faceOf(author, name)} size={72} />
      <div className={styles.text}>
        <p className={styles.label}>{t('author.title')}</p>
        <p className={styles.name}>{path ? <Link to={path}>{name}</Link> : name}</p>
        {facts.length > 0 && <p className={styles.role}>{facts.join(' · ')}</p>}
        {about && <p>{about}</p>}
      </div>
    </aside>
  );
}
