import { graphql } from '@kundig/api-contract';
import {
  ArticleByline,
  ArticleList,
  ArticlePicture,
  AuthorBox,
  CommentCard,
  CommentForm,
} from '@kundig/blog/web';
import { ArticleKudosButton, CommentKudosButton } from '@kundig/kudos/web';
import { ObjectionNote } from '@kundig/moderation/web';
import { LeakGuard } from '@kundig/leak-guard/web';
import {
  Breadcrumb,
  Link,
  LinkButton,
  localePrefix,
  PageNotFound,
  type PageProps,
  type PrefetchContext,
  Prose,
  Reading,
  Section,
  Sheet,
  Tags,
  TitleText,
  useMessages,
  usePageQuery,
  usePageRuntime,
} from '@kundig/web-kit';
import { articleThing, breadcrumbs, structuredData } from '../../page/structured-data.js';
import { useWriter } from '../../page/use-writer.js';
import { CommentActions } from './CommentActions.js';
import { MayWrite } from '../MayWrite.js';
import styles from './ArticlePage.module.css';

const ArticlePageQuery = graphql(`
  query ArticlePage($id: ID!, $after: Int!) {
    article(id: $id) {
      id
      path
      title
      teaser
      html
      lang
      tags
      publishedAt
      updatedAt
      commentCount
      ...ArticleByline_article
      picture {
        src
        alt
        ...ArticlePicture_picture
      }
      translation {
        lang
        path
        title
      }
      author {
        id
        name
        kind
        role
        path
        picture
        ...AuthorBox_author
      }
      kudos {
        ...ThanksToggle_kudos
      }
      comments(after: $after) {
        endPosition
        hasNextPage
        items {
          id
          html
          ...CommentCard_comment
          ownObjection {
            ...ObjectionNote_objection
          }
          ...CommentActions_comment
          kudos {
            ...ThanksToggle_kudos
          }
        }
      }
      more {
        id
        ...ArticleList_article
      }
    }
  }
`);

/** @returns the position behind which comments are shown */
function readPosition(url: URL): number {
  const position = Number(url.searchParams.get('after') ?? 0);
  return Number.isInteger(position) && position > 0 && position <= 1_000_000 ? position : 0;
}

const variablesOf = ({ params, url }: Pick<PageProps, 'params' | 'url'>) => ({
  id: params.id!,
  after: readPosition(url),
});

export async function prefetch(context: PrefetchContext) {
  const { absolute, messages, query, params, url } = context;
  const { article } = await query(ArticlePageQuery, variablesOf({ params, url }));
  if (!article) throw new PageNotFound();
  const t = messages('pages');
  const { path, translation, lang } = article;
  return {
    title: article.title,
    description: article.teaser,
    picture: article.picture ?? undefined,
    shared: { kind: 'article' as const, id: article.id, shows: [article.title] },
    redirect: path === url.pathname ? undefined : { path: path + url.search, permanent: true },
    canonical: path,
    languages: { [lang]: path, ...(translation && { [translation.lang]: translation.path }) },
    feed: { path: '/blog/feed', title: t('blog.title') },
    jsonLd: structuredData(
      articleThing(absolute, article),
      breadcrumbs(context, [
        { path: '/blog', name: t('blog.title') },
        { path, name: article.title },
      ]),
    ),
  };
}

export default function ArticlePage(props: PageProps) {
  const t = useMessages('pages');
  const { viewer, path: here } = usePageRuntime();
  const { name, isStaff } = useWriter();
  const { after } = variablesOf(props);
  const { article } = usePageQuery(ArticlePageQuery, variablesOf(props));
  if (!article) return null;
  const { id, path, lang, comments, translation } = article;
  return (
    <Reading gap={5}>
      <Sheet className={styles.sheet}>
        <article className={styles.article}>
          <header className={styles.head}>
            <Breadcrumb trail={[{ href: '/blog', text: t('blog.title') }]} />
            <h1 lang={lang}>
              <TitleText text={article.title} />
            </h1>
            <ArticleByline article={article} />
            {translation && (
              <p className={styles.translation}>
                <a
                  href={localePrefix(translation.lang) + translation.path}
                  hrefLang={translation.lang}
                  lang={translation.lang}
                >
                  {translation.title}
                </a>
              </p>
            )}
          </header>
          {article.picture && (
            <ArticlePicture picture={article.picture} sizes="(min-width: 48rem) 45rem, 100vw" leading />
          )}
          <p className={styles.teaser} lang={lang}>
            {article.teaser}
          </p>
          <Prose html={article.html} lang={lang} />
          <footer className={styles.foot}>
            <ArticleKudosButton articleId={id} kudos={article.kudos} />
            {article.tags.length > 0 && (
              <Tags
                tags={article.tags}
                label={t('thread.tags')}
                hrefOf={(tag) => `/blog/tag/${encodeURIComponent(tag)}`}
              />
            )}
          </footer>
          <AuthorBox author={article.author} />
        </article>
      </Sheet>
      <Section
        id="comments"
        title={
          article.commentCount > 0
            ? t('blog.comments', { count: article.commentCount })
            : t('blog.commentsTitle')
        }
      >
        <Sheet className={styles.comments}>
          {after > 0 && <Link to={`${path}#comments`}>{t('blog.firstComments')}</Link>}
          {comments.items.map((comment) => (
            <CommentCard
              key={comment.id}
              comment={comment}
              footer={
                <>
                  {comment.html !== null && (
                    <CommentKudosButton commentId={comment.id} kudos={comment.kudos} />
                  )}
                  <ObjectionNote objection={comment.ownObjection} to={`/blog/comment/${comment.id}/object`} />
                  <CommentActions comment={comment} />
                </>
              }
            />
          ))}
          {comments.hasNextPage && (
            <p>
              <Link to={`${path}?after=${comments.endPosition}#comments`}>{t('blog.moreComments')}</Link>
            </p>
          )}
          {viewer === 'visitor' ? (
            <p className={styles.signIn}>
              {t('blog.signInToComment')}{' '}
              <LinkButton to={`/sign-in?next=${encodeURIComponent(here)}`} size="small" rel="nofollow">
                {t('frame.signIn')}
              </LinkButton>
            </p>
          ) : (
            <MayWrite>
              <CommentForm articleId={id} name={name} isStaff={isStaff} guard={<LeakGuard />} />
            </MayWrite>
          )}
        </Sheet>
      </Section>
      {article.more.length > 0 && (
        <Section title={t('blog.more')} className={styles.more}>
          <ArticleList articles={article.more} compact level={3} />
        </Section>
      )}
    </Reading>
  );
}
