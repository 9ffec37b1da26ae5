import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Avatar, faceOf, Facts, TimeText, useMessages } from '@kundig/web-kit';
import styles from './ArticleByline.module.css';

const ArticleByline_article = graphql(`
  fragment ArticleByline_article on Article {
    publishedAt
    updatedAt
    commentCount
    author {
      id
      name
      kind
      role
      pictureSeed
      picture
    }
  }
`);

/** Who wrote an article and when; a later change is said where it falls on another day. */
export function ArticleByline(props: { article: FragmentType<typeof ArticleByline_article> }) {
  const t = useMessages('blog');
  const { author, publishedAt, updatedAt, commentCount } = readFragment(ArticleByline_article, props.article);
  return (
    <Facts className={styles.byline}>
      <span className={styles.author}>
        <Avatar {...faceOf(author, author.name)} size={24} />
        {author.name}
      </span>
      {author.role && <span>{author.role}</span>}
      <TimeText at={publishedAt} dateOnly />
      {updatedAt.slice(0, 10) > publishedAt.slice(0, 10) && (
        <span>
          {t('byline.updated')} <TimeText at={updatedAt} dateOnly />
        </span>
      )}
      {commentCount > 0 && <span>{t('byline.comments', { count: commentCount })}</span>}
    </Facts>
  );
}
