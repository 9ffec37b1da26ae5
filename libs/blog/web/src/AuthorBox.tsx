import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Avatar, Link, useMessages } from '@kundig/web-kit';
import styles from './AuthorBox.module.css';

const AuthorBox_author = graphql(`
  fragment AuthorBox_author on Author {
    id
    name
    role
    path
    pictureSeed
  }
`);

/** Who wrote the article, below it: staff with real name and what they do. */
export function AuthorBox(props: { author: FragmentType<typeof AuthorBox_author> }) {
  const t = useMessages('blog');
  const { name, role, path, pictureSeed } = readFragment(AuthorBox_author, props.author);
  return (
    <aside className={styles.box} aria-label={t('author.title')}>
      <Avatar seed={pictureSeed} size={72} />
      <div>
        <p className={styles.label}>{t('author.title')}</p>
        <p className={styles.name}>{path ? <Link to={path}>{name}</Link> : name}</p>
        {role && <p className={styles.role}>{role}</p>}
      </div>
    </aside>
  );
}
