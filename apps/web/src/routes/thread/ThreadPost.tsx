import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { AcceptForm, PostCard, ProposeForm } from '@kundig/forum/web';
import { KudosButton } from '@kundig/kudos/web';
import { ObjectionNote } from '@kundig/moderation/web';
import { PostMenu } from './PostMenu.js';

const ThreadPost_post = graphql(`
  fragment ThreadPost_post on Post {
    id
    kind
    stub {
      reason
    }
    viewer {
      isAuthor
      mayModerate
    }
    ...PostCard_post
    ...KudosButton_post
    ...AcceptForm_post
    ownObjection {
      ...ObjectionNote_objection
    }
    ...PostMenu_post
  }
`);

interface ThreadPostProps {
  post: FragmentType<typeof ThreadPost_post>;
  mayAccept: boolean;
  mayPropose: boolean;
  mayReply: boolean;
  firstUnread: boolean;
}

/** A post with what the domains offer to do with it. A stub keeps its place and little else. */
export function ThreadPost({ mayAccept, mayPropose, mayReply, firstUnread, ...props }: ThreadPostProps) {
  const post = readFragment(ThreadPost_post, props.post);
  const withMenu = !post.stub || post.viewer.mayModerate;
  const footer = (
    <>
      {!post.stub && <KudosButton post={post} />}
      {!post.stub && mayAccept && post.kind === 'REPLY' && <AcceptForm post={post} />}
      <ObjectionNote objection={post.ownObjection} to={`/p/${post.id}/object`} />
      {withMenu && <PostMenu post={post} mayReply={mayReply && !post.stub} />}
      {!post.stub && mayPropose && post.kind === 'REPLY' && !post.viewer.isAuthor && (
        <ProposeForm postId={post.id} />
      )}
    </>
  );
  const withFooter = withMenu || post.ownObjection;
  return <PostCard post={post} firstUnread={firstUnread} footer={withFooter && footer} />;
}
