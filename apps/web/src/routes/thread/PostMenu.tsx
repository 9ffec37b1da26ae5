import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { PrivateOpinionForm, QuoteLink, WithdrawSolutionForm } from '@kundig/forum/web';
import { IconDots, Link, Menu, useMessages, usePageRuntime } from '@kundig/web-kit';

const PostMenu_post = graphql(`
  fragment PostMenu_post on Post {
    id
    ...PrivateOpinionForm_post
    viewerMaySuspend
    author {
      kind
    }
    ...QuoteLink_post
    viewer {
      isAuthor
      mayEdit
      mayDelete
      mayModerate
      mayRedact
      maySpeakPrivately
    }
  }
`);

interface PostMenuProps {
  post: FragmentType<typeof PostMenu_post>;
  mayReply: boolean;
  mayWithdraw: boolean;
}

/** Everything else that can be done with a post: plain links to pages of their own. */
export function PostMenu({ mayReply, mayWithdraw, ...props }: PostMenuProps) {
  const t = useMessages('pages');
  const { path } = usePageRuntime();
  const post = readFragment(PostMenu_post, props.post);
  const { isAuthor, mayEdit, mayDelete, mayModerate, mayRedact, maySpeakPrivately } = post.viewer;
  const at = (action: string) => `/p/${post.id}/${action}`;
  return (
    <>
      {mayReply && <QuoteLink post={post} href={`${withQuote(path, post.id)}#reply`} />}
      <Menu label={t('post.more')} summary={<IconDots size={20} aria-hidden />} align="start">
        <ul>
          {mayWithdraw && (
            <li>
              <WithdrawSolutionForm postId={post.id} />
            </li>
          )}
          {mayEdit && (
            <li>
              <Link to={at('edit')}>{t('post.edit')}</Link>
            </li>
          )}
          {mayDelete && (
            <li>
              <Link to={at('delete')}>{t('post.delete')}</Link>
            </li>
          )}
          {maySpeakPrivately && (
            <li>
              <PrivateOpinionForm post={post} />
            </li>
          )}
          {mayRedact && (
            <li>
              <Link to={at('redact')}>{t('post.redact')}</Link>
            </li>
          )}
          {!isAuthor && (
            <li>
              <Link to={at('report')} rel="nofollow">
                {t('post.report')}
              </Link>
            </li>
          )}
          <li>
            <Link to={`/report-content?address=/p/${post.id}`} rel="nofollow">
              {t('unlawful.title')}
            </Link>
          </li>
          {mayModerate && (
            <li>
              <Link to={at('hide')}>{t('post.hide')}</Link>
            </li>
          )}
          {post.viewerMaySuspend && !isAuthor && (
            <li>
              <Link to={at('suspend')}>{t('post.suspend')}</Link>
            </li>
          )}
          {mayModerate && !isAuthor && post.author.kind === 'PERSONA' && (
            <li>
              <Link to={at('reveal')}>{t('post.reveal')}</Link>
            </li>
          )}
        </ul>
      </Menu>
    </>
  );
}

function withQuote(path: string, postId: string): string {
  const [pathname, query] = path.split('?');
  const params = new URLSearchParams(query);
  params.set('quote', postId);
  return `${pathname}?${params}`;
}
