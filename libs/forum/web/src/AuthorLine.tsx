import { clsx } from 'clsx';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Avatar, ExpertMark, faceOf, Link, useMessages } from '@kundig/web-kit';
import styles from './AuthorLine.module.css';

const AuthorLine_author = graphql(`
  fragment AuthorLine_author on Author {
    id
    name
    kind
    pictureSeed
    picture
    mark
    role
    path
  }
`);

interface AuthorLineProps {
  author: FragmentType<typeof AuthorLine_author>;
  isAsker?: boolean;
  /** Of the board around it, appointed by the operator. */
  isExpert?: boolean;
  /** On wide screens the picture hangs large in the margin of the positioned box around. */
  hanging?: boolean;
}

/** Who speaks: picture, name, and what they are here as a word. The same for everybody, named or not. */
export function AuthorLine(props: AuthorLineProps) {
  const t = useMessages('forum');
  const author = readFragment(AuthorLine_author, props.author);
  return (
    <span className={styles.author}>
      <Avatar {...faceOf(author, author.name)} size={24} className={clsx(props.hanging && styles.hanging)} />
      {props.isExpert && <ExpertMark />}
      {author.path ? (
        <Link to={author.path} className={styles.name}>
          {author.name}
        </Link>
      ) : (
        <span className={styles.name}>{author.name}</span>
      )}
      {author.kind === 'STAFF' && <span className={styles.staff}>{t('author.staff')}</span>}
      {author.role && <span className={styles.role}>{author.role}</span>}
      {author.mark && <span className={styles.role}>{author.mark}</span>}
      {props.isAsker && <span className={styles.asker}>{t('author.asker')}</span>}
    </span>
  );
}
