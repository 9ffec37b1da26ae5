import { graphql } from '@kundig/api-contract';
import { HidingForm } from './HidingForm.js';

const HideCommentMutation = graphql(`
  mutation HideComment($input: ModerateCommentInput!) {
    hideComment(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const RestoreCommentMutation = graphql(`
  mutation RestoreComment($input: ModerateCommentInput!) {
    restoreComment(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface ModerateCommentFormProps {
  commentId: string;
  /** Hidden already: the form brings the comment back. */
  hidden: boolean;
}

/** Takes a comment out of sight, or back; the reason is shown with the stub and kept in the audit log. */
export function ModerateCommentForm({ commentId, hidden }: ModerateCommentFormProps) {
  return (
    <HidingForm
      subject={{ commentId }}
      hidden={hidden}
      hide={{ mutation: 'hideComment', document: HideCommentMutation }}
      show={{ mutation: 'restoreComment', document: RestoreCommentMutation }}
      texts={{ hide: 'hide.comment', hideHint: 'hide.commentHint', show: 'restore.comment' }}
    />
  );
}
