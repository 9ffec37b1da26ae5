import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, TimeText, useMessages } from '@kundig/web-kit';
import styles from './DeskArticleList.module.css';

const DeskArticleList_article = graphql(`
  fragment DeskArticleList_article on DeskArticle {
    id
    path
    publicPath
    title
    lang
    state
    editedAt
    scheduledAt
    author {
      id
      name
    }
  }
`);

/** Articles on the desk: how each stands, who wrote it, when it changed. */
export function DeskArticleList(props: {
  articles: readonly FragmentType<typeof DeskArticleList_article>[];
}) {
  const t = useMessages('blog');
  return (
    <ul className={styles.list}>
      {readFragment(DeskArticleList_article, props.articles).map((article) => (
        <li key={article.id}>
          <Link to={article.path} lang={article.lang} className={styles.title}>
            {article.title}
          </Link>
          <span className={styles.facts}>
            <span className={styles.state}>{t(`state.${article.state}`)}</span>
            {article.publicPath && article.state !== 'PUBLISHED' && <span>{t('state.olderInForce')}</span>}
            {article.state === 'SCHEDULED' && article.scheduledAt && <TimeText at={article.scheduledAt} />}
            <span>{article.author.name}</span>
            <span>
              {t('desk.changed')} <TimeText at={article.editedAt} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
