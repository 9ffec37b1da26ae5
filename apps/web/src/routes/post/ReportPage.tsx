import { graphql } from '@kundig/api-contract';
import { ReportForm } from '@kundig/moderation/web';
import {
  PageNotFound,
  Prose,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { PostActionPage } from './PostActionPage.js';
import styles from './PostActionPage.module.css';

const ReportPageQuery = graphql(`
  query ReportPage($id: ID!) {
    post(id: $id) {
      id
      html
      lang
      thread {
        id
        title
        path
      }
    }
  }
`);

export async function prefetch({ query, params, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { post } = await query(ReportPageQuery, { id: params.id! });
  if (!post?.html) throw new PageNotFound();
  return { title: messages('pages')('report.title'), noindex: true };
}

export default function ReportPage({ params }: PageProps) {
  const t = useMessages('pages');
  const { post } = usePageQuery(ReportPageQuery, { id: params.id! });
  if (!post) return null;
  return (
    <PostActionPage title={t('report.title')} text={t('report.text')} thread={post.thread}>
      {post.html && <Prose html={post.html} lang={post.lang} className={styles.post} />}
      <ReportForm postId={post.id} />
    </PostActionPage>
  );
}
