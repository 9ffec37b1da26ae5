import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Facts, Link, Prose, Rows, TimeText, useMessages } from '@kundig/web-kit';
import { MarkedTitle } from './MarkedTitle.js';
import styles from './SearchHits.module.css';

const ArticleHits_hit = graphql(`
  fragment ArticleHits_hit on ArticleSearchHit {
    titleHtml
    excerptHtml
    article {
      id
      path
      lang
      publishedAt
    }
  }
`);

/** Articles of the blog that were found, marked as what they are. */
export function ArticleHits(props: { hits: readonly FragmentType<typeof ArticleHits_hit>[] }) {
  const t = useMessages('search');
  return (
    <Rows ordered>
      {readFragment(ArticleHits_hit, props.hits).map(({ article, titleHtml, excerptHtml }) => (
        <li key={article.id}>
          <h2 className={styles.title} lang={article.lang}>
            <Link to={article.path}>
              <MarkedTitle html={titleHtml} />
            </Link>
          </h2>
          <Prose html={excerptHtml} lang={article.lang} className={styles.excerpt} />
          <Facts>
            <span>{t('hit.article')}</span>
            <TimeText at={article.publishedAt} dateOnly />
          </Facts>
        </li>
      ))}
    </Rows>
  );
}
