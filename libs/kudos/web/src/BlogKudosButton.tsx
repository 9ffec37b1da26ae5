import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  IconThanks,
  LinkButton,
  MutationForm,
  SubmitButton,
  useMessages,
  usePageRuntime,
} from '@kundig/web-kit';

const BlogKudosButton_kudos = graphql(`
  fragment BlogKudosButton_kudos on Kudos {
    count
    givenByViewer
    viewerMayGive
  }
`);

const ThankArticleMutation = graphql(`
  mutation ThankArticle($input: ThankArticleInput!) {
    thankArticle(input: $input) {
      ... on ThankArticleSuccess {
        path
        article {
          id
          kudos {
            ...BlogKudosButton_kudos
          }
        }
      }
      ...Refusal_error
    }
  }
`);

const ThankCommentMutation = graphql(`
  mutation ThankComment($input: ThankCommentInput!) {
    thankComment(input: $input) {
      ... on ThankCommentSuccess {
        path
        comment {
          id
          kudos {
            ...BlogKudosButton_kudos
          }
        }
      }
      ...Refusal_error
    }
  }
`);

type Kudos = FragmentType<typeof BlogKudosButton_kudos>;

/** One thank-you for an article; pressed again it is taken back. */
export function ArticleKudosButton({ articleId, kudos }: { articleId: string; kudos: Kudos }) {
  return (
    <ThanksToggle
      kudos={kudos}
      mutation="thankArticle"
      document={ThankArticleMutation}
      hidden={{ articleId }}
      inputOf={(given, clientKey) => ({ articleId, given, clientKey })}
    />
  );
}

/** One thank-you for a comment; pressed again it is taken back. */
export function CommentKudosButton({ commentId, kudos }: { commentId: string; kudos: Kudos }) {
  return (
    <ThanksToggle
      kudos={kudos}
      mutation="thankComment"
      document={ThankCommentMutation}
      hidden={{ commentId }}
      inputOf={(given, clientKey) => ({ commentId, given, clientKey })}
    />
  );
}

interface ThanksToggleProps<Result, Variables extends { input: unknown }> {
  kudos: Kudos;
  mutation: string & keyof Result;
  document: TypedDocumentNode<Result, Variables>;
  hidden: Record<string, string>;
  inputOf(given: boolean, clientKey: string): Variables['input'];
}

/** Visitors are led to the sign-in; whoever may not give sees the number. */
function ThanksToggle<Result extends object, Variables extends { input: unknown }>(
  props: ThanksToggleProps<Result, Variables>,
) {
  const { mutation, document, hidden, inputOf } = props;
  const t = useMessages('kudos');
  const { viewer, path } = usePageRuntime();
  const { count, givenByViewer, viewerMayGive } = readFragment(BlogKudosButton_kudos, props.kudos);
  const icon = <IconThanks size={18} aria-hidden />;
  const text = t('thanks', { count });
  if (viewer === 'visitor')
    return (
      <LinkButton
        to={`/sign-in?next=${encodeURIComponent(path)}`}
        look="quiet"
        size="small"
        icon={icon}
        rel="nofollow"
      >
        {text}
      </LinkButton>
    );
  if (!viewerMayGive) return count > 0 ? <span>{text}</span> : null;
  return (
    <MutationForm
      key={String(givenByViewer)}
      mutation={mutation}
      document={document}
      hidden={{ ...hidden, given: String(!givenByViewer) }}
      toInput={({ clientKey }) => inputOf(!givenByViewer, clientKey)}
      then="stay"
      inline
    >
      <SubmitButton
        look="quiet"
        size="small"
        icon={icon}
        aria-pressed={givenByViewer}
        title={givenByViewer ? t('withdraw') : undefined}
      >
        {text}
      </SubmitButton>
    </MutationForm>
  );
}
