import { graphql } from '@kundig/api-contract';
import { ArticleForm } from '@kundig/blog/web';
import { Sheet, SignInNeeded, useMessages, usePageQuery, type PrefetchContext } from '@kundig/web-kit';
import { MayWrite } from '../MayWrite.js';
import { ArticleBodyField } from './ArticleBodyField.js';
import { ArticlePictureUpload } from './ArticlePictureUpload.js';
import { DeskFrame } from './DeskFrame.js';

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
    <DeskFrame title={t('desk.newArticle')} above={{ href: '/desk/blog', text: t('desk.blog') }}>
      <MayWrite>
        <Sheet>
          <ArticleForm
            draft={newArticleDraft}
            others={blogDesk.articles}
            body={(begun) => <ArticleBodyField defaultValue={begun} />}
            upload={ArticlePictureUpload}
          />
        </Sheet>
      </MayWrite>
    </DeskFrame>
  );
}
