import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { KudosButton } from '@kundig/kudos/web';
import { ObjectionNote } from '@kundig/moderation/web';
import { PostMenu } from './PostMenu.js';

const PostActions_post = graphql(`
  fragment PostActions_post on Post {
    id
    stub {
      reason
    }
    viewer {
      mayModerate
    }
    ownObjection {
      ...ObjectionNote_objection
    }
    ...KudosButton_post
    ...PostMenu_post
  }
`);

interface PostActionsProps {
  post: FragmentType<typeof PostActions_post>;
  mayReply: boolean;
  /** Whether the viewer may say that this solution is none after all. */
  mayWithdraw?: boolean;
  /** What else is offered, before the menu. */
  children?: ReactNode;
}

/** What the domains offer to do with a post. A stub is there for its author, who may object, and for moderators. */
export function PostActions({ mayReply, mayWithdraw = false, children, ...props }: PostActionsProps) {
  const post = readFragment(PostActions_post, props.post);
  return (
    <>
      <ObjectionNote objection={post.ownObjection} to={`/p/${post.id}/object`} />
      {!post.stub && <KudosButton post={post} />}
      {children}
      {(!post.stub || post.viewer.mayModerate) && (
        <PostMenu post={post} mayReply={mayReply && !post.stub} mayWithdraw={mayWithdraw} />
      )}
    </>
  );
}
