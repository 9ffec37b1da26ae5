import type { ResultOf } from '@graphql-typed-document-node/core';
import type { ReactNode } from 'react';
import { graphql } from '@kundig/api-contract';
import {
  PageNotFound,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type MessageKey,
  type PageModule,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { ActionFrame } from '../ActionFrame.js';

const PostActionQuery = graphql(`
  query PostAction($id: ID!) {
    post(id: $id) {
      id
      path
      kind
      html
      lang
      createdAt
      createdAtRounded
      author {
        id
        name
        path
      }
      viewer {
        mayEdit
        mayDelete
        mayModerate
        mayRedact
      }
      thread {
        id
        title
        path
        tags
        viewer {
          voice
        }
      }
      ownObjection {
        state
        ...ObjectionFields_objection
        ...ObjectionNote_objection
      }
      ...EditPostForm_post
    }
  }
`);

type ActionPost = NonNullable<ResultOf<typeof PostActionQuery>['post']>;

/** Something done with one post on a page of its own. */
interface PostAction {
  title(post: ActionPost): MessageKey<'pages'>;
  text?: MessageKey<'pages'>;
  /** To whom else there is no such page. */
  isOffered(post: ActionPost): boolean;
  /** Whether the post itself stands above the form. */
  showsPost: boolean;
  form(post: ActionPost): ReactNode;
}

/** @returns the page of an action on one post, for signed-in people to whom it is offered */
export function postActionPage(action: PostAction): PageModule {
  async function prefetch({ query, params, viewer, messages }: PrefetchContext) {
    if (viewer === 'visitor') throw new SignInNeeded();
    const { post } = await query(PostActionQuery, { id: params.id! });
    if (!post || !action.isOffered(post)) throw new PageNotFound();
    return { title: messages('pages')(action.title(post)), noindex: true };
  }

  function PostActionPage({ params }: PageProps) {
    const t = useMessages('pages');
    const { post } = usePageQuery(PostActionQuery, { id: params.id! });
    if (!post) return null;
    return (
      <ActionFrame
        trail={[{ href: post.thread.path, text: post.thread.title }]}
        title={t(action.title(post))}
        text={action.text && <p>{t(action.text)}</p>}
        subject={action.showsPost && post}
      >
        {action.form(post)}
      </ActionFrame>
    );
  }

  return { prefetch, default: PostActionPage };
}
