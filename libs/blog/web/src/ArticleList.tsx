import { clsx } from 'clsx';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, Tags, TitleText, useMessages, usePageRuntime } from '@kundig/web-kit';
import { ArticleByline } from './ArticleByline.js';
import { ArticlePicture } from './ArticlePicture.js';
import styles from './ArticleList.module.css';

const ArticleList_article = graphql(`
  fragment ArticleList_article on Article {
    id
    path
    title
    teaser
    lang
    tags
    picture {
      ...ArticlePicture_picture
    }
    ...ArticleByline_article
  }
`);

const languageKeys = { de: 'lang.de', en: 'lang.en' } as const;

interface ArticleListProps {
  articles: readonly FragmentType<typeof ArticleList_article>[];
  /** Side by side and without tags, where articles are not what the page is about. */
  compact?: boolean;
  /** Level of the titles, by what stands above the list. */
  level?: 2 | 3;
}

/** Articles with picture, teaser, author and day. */
export function ArticleList({ articles, compact = false, level = 2 }: ArticleListProps) {
  const t = useMessages('blog');
  const { locale } = usePageRuntime();
  const Title = `h${level}` as const;
  return (
    <ul className={clsx(styles.list, compact && styles.compact)}>
      {articles.map((ref) => {
        const article = readFragment(ArticleList_article, ref);
        return (
          <li key={article.id} className={clsx(styles.item, article.picture && styles.withPicture)}>
            {article.picture && (
              <ArticlePicture picture={article.picture} sizes="(min-width: 48rem) 15rem, 100vw" />
            )}
            <div className={styles.text}>
              <Title lang={article.lang}>
                <Link to={article.path}>
                  <TitleText text={article.title} />
                </Link>
              </Title>
              <p lang={article.lang}>{article.teaser}</p>
              <ArticleByline article={article} />
              {article.lang !== locale && <p className={styles.lang}>{t(languageKeys[article.lang])}</p>}
              {!compact && article.tags.length > 0 && (
                <Tags
                  tags={article.tags}
                  label={t('tags')}
                  hrefOf={(tag) => `/blog/tag/${encodeURIComponent(tag)}`}
                />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
