import { graphql } from '@kundig/api-contract';
import { ThanksToggle, type ThanksKudos } from './ThanksToggle.js';

const ThankArticleMutation = graphql(`
  mutation ThankArticle($input: ThankArticleInput!) {
    thankArticle(input: $input) {
      ... on ThankArticleSuccess {
        path
        article {
          id
          kudos {
            ...ThanksToggle_kudos
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
            ...ThanksToggle_kudos
          }
        }
      }
      ...Refusal_error
    }
  }
`);

const thankArticle = { mutation: 'thankArticle', document: ThankArticleMutation } as const;
const thankComment = { mutation: 'thankComment', document: ThankCommentMutation } as const;

/** One thank-you for an article; pressed again it is taken back. */
export function ArticleKudosButton({ articleId, kudos }: { articleId: string; kudos: ThanksKudos }) {
  return (
    <ThanksToggle
      kudos={kudos}
      give={thankArticle}
      withdraw={thankArticle}
      hidden={(given) => ({ articleId, given: String(given) })}
      toInput={(fields, given) => ({ articleId, given, clientKey: fields.clientKey })}
    />
  );
}

/** One thank-you for a comment; pressed again it is taken back. */
export function CommentKudosButton({ commentId, kudos }: { commentId: string; kudos: ThanksKudos }) {
  return (
    <ThanksToggle
      kudos={kudos}
      give={thankComment}
      withdraw={thankComment}
      hidden={(given) => ({ commentId, given: String(given) })}
      toInput={(fields, given) => ({ commentId, given, clientKey: fields.clientKey })}
    />
  );
}
