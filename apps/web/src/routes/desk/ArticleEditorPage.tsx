import { graphql } from '@kundig/api-contract';
import {
  ArticleForm,
  ArticlePicture,
  ArticleVersions,
  DeskArticleFacts,
  ReleaseForms,
} from '@kundig/blog/web';
import {
  LinkButton,
  Prose,
  Section,
  Sheet,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DoneNotice } from '../DoneNotice.js';
import { MayWrite } from '../MayWrite.js';
import { ArticleBodyField } from './ArticleBodyField.js';
import { ArticlePictureUpload } from './ArticlePictureUpload.js';
import { DeskFrame } from './DeskFrame.js';
import styles from './DeskPage.module.css';

const ArticleEditorQuery = graphql(`
  query ArticleEditor($id: ID!) {
    deskArticle(id: $id) {
      id
      revision
      title
      teaser
      html
      lang
      publicPath
      picture {
        ...ArticlePicture_picture
      }
      versions {
        ...ArticleVersions_version
      }
      ...ArticleForm_article
      ...DeskArticleFacts_article
      ...ReleaseForms_article
    }
    blogDesk {
      articles {
        id
        title
        lang
      }
    }
  }
`);

/** Words of the answers to the forms here. */
const DONE = {
  saved: 'desk.articleSaved',
  submitted: 'desk.articleSubmitted',
  released: 'desk.articleReleased',
  scheduled: 'desk.articleScheduled',
  withdrawn: 'desk.articleWithdrawn',
} as const;

export async function prefetch({ query, params, viewer }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { deskArticle } = await query(ArticleEditorQuery, { id: params.id! });
  return { title: deskArticle.title, noindex: true };
}

/** The version as readers will see it, then what can be done with it, then the form that makes the next one. */
export default function ArticleEditorPage({ params, url }: PageProps) {
  const t = useMessages('pages');
  const { deskArticle: article, blogDesk } = usePageQuery(ArticleEditorQuery, { id: params.id! });
  return (
    <DeskFrame
      title={article.title}
      lang={article.lang}
      facts={<DeskArticleFacts article={article} />}
      above={{ href: '/desk/blog', text: t('desk.blog') }}
    >
      <DoneNotice url={url} texts={DONE} />
      {article.publicPath && (
        <p>
          <LinkButton to={article.publicPath}>{t('desk.showArticle')}</LinkButton>
        </p>
      )}
      <Section title={t('desk.preview')}>
        <Sheet className={styles.preview}>
          {article.picture && (
            <ArticlePicture picture={article.picture} sizes="(min-width: 48rem) 45rem, 100vw" />
          )}
          <p className={styles.teaser} lang={article.lang}>
            {article.teaser}
          </p>
          <Prose html={article.html} lang={article.lang} />
        </Sheet>
      </Section>
      <Section title={t('desk.release')}>
        <Sheet>
          <ReleaseForms article={article} />
        </Sheet>
      </Section>
      <Section title={t('desk.editArticle')}>
        <MayWrite>
          <Sheet>
            <ArticleForm
              key={article.revision}
              article={article}
              others={blogDesk.articles.filter(({ id }) => id !== article.id)}
              body={(begun) => <ArticleBodyField defaultValue={begun} />}
              upload={ArticlePictureUpload}
            />
          </Sheet>
        </MayWrite>
      </Section>
      <Section title={t('desk.versions')}>
        <ArticleVersions versions={article.versions} />
        <p className={styles.redact}>
          <LinkButton to={`/desk/blog/${article.id}/redact`} look="quiet" size="small">
            {t('post.redact')}
          </LinkButton>
        </p>
      </Section>
    </DeskFrame>
  );
}
