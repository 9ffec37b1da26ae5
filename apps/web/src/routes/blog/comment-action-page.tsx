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

const CommentActionQuery = graphql(`
  query CommentAction($id: ID!) {
    articleComment(id: $id) {
      path
      articleTitle
      comment {
        id
        html
        lang
        createdAt
        author {
          id
          name
          path
        }
        hiddenReason
        viewerMayDelete
        viewerMayModerate
        viewerMayRedact
        ownObjection {
          state
          ...ObjectionFields_objection
          ...ObjectionNote_objection
        }
      }
    }
  }
`);

type Placed = NonNullable<ResultOf<typeof CommentActionQuery>['articleComment']>;

/** Something done with one comment on a page of its own. */
interface CommentAction {
  title(comment: Placed['comment']): MessageKey<'pages'>;
  text?: MessageKey<'pages'>;
  /** To whom else there is no such page. */
  isOffered(comment: Placed['comment']): boolean;
  /** Whether the comment itself stands above the form. */
  showsComment: boolean;
  form(placed: Placed): ReactNode;
}

/** @returns the page of an action on one comment, for signed-in people to whom it is offered */
export function commentActionPage(action: CommentAction): PageModule {
  async function prefetch({ query, params, viewer, messages }: PrefetchContext) {
    if (viewer === 'visitor') throw new SignInNeeded();
    const { articleComment } = await query(CommentActionQuery, { id: params.id! });
    if (!articleComment || !action.isOffered(articleComment.comment)) throw new PageNotFound();
    return { title: messages('pages')(action.title(articleComment.comment)), noindex: true };
  }

  function CommentActionPage({ params }: PageProps) {
    const t = useMessages('pages');
    const { articleComment } = usePageQuery(CommentActionQuery, { id: params.id! });
    if (!articleComment) return null;
    const { comment, path, articleTitle } = articleComment;
    return (
      <ActionFrame
        trail={[
          { href: '/blog', text: t('blog.title') },
          { href: path, text: articleTitle },
        ]}
        title={t(action.title(comment))}
        text={action.text && <p>{t(action.text)}</p>}
        subject={action.showsComment && comment}
      >
        {action.form(articleComment)}
      </ActionFrame>
    );
  }

  return { prefetch, default: CommentActionPage };
}
