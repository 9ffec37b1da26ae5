import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { AcceptForm, PostCard, ProposeForm } from '@kundig/forum/web';
import { PostActions } from './PostActions.js';

const ThreadPost_post = graphql(`
  fragment ThreadPost_post on Post {
    id
    kind
    solution
    stub {
      reason
    }
    viewer {
      isAuthor
    }
    ...PostCard_post
    ...PostActions_post
    ...AcceptForm_post
  }
`);

interface ThreadPostProps {
  post: FragmentType<typeof ThreadPost_post>;
  mayAccept: boolean;
  mayPropose: boolean;
  mayReply: boolean;
  firstUnread: boolean;
}

/** A post with what is offered to do with it. A stub keeps its place and little else. */
export function ThreadPost({ mayAccept, mayPropose, mayReply, firstUnread, ...props }: ThreadPostProps) {
  const post = readFragment(ThreadPost_post, props.post);
  const isReply = post.kind === 'REPLY' && !post.stub;
  return (
    <PostCard
      post={post}
      firstUnread={firstUnread}
      footer={
        <>
          <PostActions post={post} mayReply={mayReply} mayWithdraw={mayAccept && post.solution}>
            {isReply && mayAccept && <AcceptForm post={post} />}
          </PostActions>
          {isReply && mayPropose && !post.viewer.isAuthor && <ProposeForm postId={post.id} />}
        </>
      }
    />
  );
}
