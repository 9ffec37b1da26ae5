import { graphql } from '@kundig/api-contract';
import { ArticleForm } from '@kundig/blog/web';
import {
  Breadcrumb,
  Sheet,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PrefetchContext,
} from '@kundig/web-kit';
import { ArticleBodyField } from './ArticleBodyField.js';
import { ArticlePictureUpload } from './ArticlePictureUpload.js';
import styles from './DeskPage.module.css';

const NewArticleQuery = graphql(`
  query NewArticle {
    newArticleDraft {
      ...ArticleForm_draft
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

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(NewArticleQuery, {});
  return { title: messages('pages')('desk.newArticle'), noindex: true };
}

export default function NewArticlePage() {
  const t = useMessages('pages');
  const { newArticleDraft, blogDesk } = usePageQuery(NewArticleQuery, {});
  return (
    <div className={styles.desk}>
      <div>
        <Breadcrumb trail={[{ href: '/desk/blog', text: t('desk.blog') }]} />
        <h1>{t('desk.newArticle')}</h1>
      </div>
      <Sheet>
        <ArticleForm
          draft={newArticleDraft}
          others={blogDesk.articles}
          body={(begun) => <ArticleBodyField defaultValue={begun} />}
          upload={ArticlePictureUpload}
        />
      </Sheet>
    </div>
  );
}
