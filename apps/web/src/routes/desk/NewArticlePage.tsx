import { graphql } from '@kundig/api-contract';
import { ArticleForm } from '@kundig/blog/web';
import {
  Sheet,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
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

/** What other desks want an article about stands in the address. */
const LONGEST_TITLE = 150;
const titleOf = (url: URL) => url.searchParams.get('title')?.trim().slice(0, LONGEST_TITLE) || undefined;

export default function NewArticlePage({ url }: PageProps) {
  const t = useMessages('pages');
  const { newArticleDraft, blogDesk } = usePageQuery(NewArticleQuery, {});
  return (
    <DeskFrame title={t('desk.newArticle')} above={{ href: '/desk/blog', text: t('desk.blog') }}>
      <MayWrite>
        <Sheet>
          <ArticleForm
            draft={newArticleDraft}
            title={titleOf(url)}
            others={blogDesk.articles}
            body={(begun) => <ArticleBodyField defaultValue={begun} />}
            upload={ArticlePictureUpload}
          />
        </Sheet>
      </MayWrite>
    </DeskFrame>
  );
}
