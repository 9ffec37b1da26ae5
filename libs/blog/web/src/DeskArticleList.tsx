import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Facts, Link, Rows, TimeText, useMessages } from '@kundig/web-kit';
import styles from './DeskArticleList.module.css';

const DeskArticleList_article = graphql(`
  fragment DeskArticleList_article on DeskArticle {
    id
    path
    title
    lang
    ...DeskArticleFacts_article
  }
`);

const DeskArticleFacts_article = graphql(`
  fragment DeskArticleFacts_article on DeskArticle {
    publicPath
    state
    editedAt
    scheduledAt
    author {
      id
      name
    }
  }
`);

const stateKeys = {
  DRAFT: 'state.DRAFT',
  SUBMITTED: 'state.SUBMITTED',
  SCHEDULED: 'state.SCHEDULED',
  PUBLISHED: 'state.PUBLISHED',
  WITHDRAWN: 'state.WITHDRAWN',
} as const;

/** Articles on the desk: how each stands, who wrote it, when it changed. */
export function DeskArticleList(props: {
  articles: readonly FragmentType<typeof DeskArticleList_article>[];
}) {
  return (
    <Rows>
      {readFragment(DeskArticleList_article, props.articles).map((article) => (
        <li key={article.id} className={styles.article}>
          <Link to={article.path} lang={article.lang} className={styles.title}>
            {article.title}
          </Link>
          <DeskArticleFacts article={article} />
        </li>
      ))}
    </Rows>
  );
}

/** How an article stands, who wrote it, when it changed. */
export function DeskArticleFacts(props: { article: FragmentType<typeof DeskArticleFacts_article> }) {
  const t = useMessages('blog');
  const article = readFragment(DeskArticleFacts_article, props.article);
  return (
    <Facts>
      <span className={article.state === 'PUBLISHED' ? styles.published : styles.state}>
        {t(stateKeys[article.state])}
      </span>
      {article.publicPath && article.state !== 'PUBLISHED' && <span>{t('state.olderInForce')}</span>}
      {article.state === 'SCHEDULED' && article.scheduledAt && <TimeText at={article.scheduledAt} absolute />}
      <span>{article.author.name}</span>
      <span>
        {t('desk.changed')} <TimeText at={article.editedAt} />
      </span>
    </Facts>
  );
}
