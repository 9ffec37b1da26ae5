import { graphql } from '@kundig/api-contract';
import { SuspendAuthorForm } from '@kundig/moderation/web';
import {
  PageNotFound,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { ActionFrame } from '../ActionFrame.js';

const SuspendPageQuery = graphql(`
  query SuspendPage($id: ID!) {
    post(id: $id) {
      id
      html
      lang
      createdAt
      createdAtRounded
      viewerMaySuspend
      author {
        id
        name
        path
        kind
      }
      authorSuspension {
        ...SuspensionNote_suspension
      }
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
  const { post } = await query(SuspendPageQuery, { id: params.id! });
  if (!post?.viewerMaySuspend || post.author?.kind === 'DELETED') throw new PageNotFound();
  return { title: messages('pages')('suspend.title'), noindex: true };
}

/** Keeps whoever wrote a post from writing; of an anonymous author it tells nothing. */
export default function SuspendPage({ params }: PageProps) {
  const t = useMessages('pages');
  const { post } = usePageQuery(SuspendPageQuery, { id: params.id! });
  if (!post?.author) return null;
  const { id, author, thread, authorSuspension } = post;
  return (
    <ActionFrame
      trail={[{ href: thread.path, text: thread.title }]}
      title={t('suspend.title')}
      text={
        <>
          <p>{t('suspend.text', { name: author.name })}</p>
          {author.kind === 'PERSONA' && <p>{t('suspend.anonymous')}</p>}
        </>
      }
      subject={post}
    >
      <SuspendAuthorForm postId={id} suspension={authorSuspension} />
    </ActionFrame>
  );
}
