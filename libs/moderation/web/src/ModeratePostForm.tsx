import { graphql } from '@kundig/api-contract';
import { HidingForm } from './HidingForm.js';

const HidePostMutation = graphql(`
  mutation HidePost($input: ModeratePostInput!) {
    hidePost(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const RestorePostMutation = graphql(`
  mutation RestorePost($input: ModeratePostInput!) {
    restorePost(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface ModeratePostFormProps {
  postId: string;
  /** Hidden already: the form brings the post back. */
  hidden: boolean;
}

/** Takes a post out of sight, or back; the reason is shown with the stub and kept in the audit log. */
export function ModeratePostForm({ postId, hidden }: ModeratePostFormProps) {
  return (
    <HidingForm
      subject={{ postId }}
      hidden={hidden}
      hide={{ mutation: 'hidePost', document: HidePostMutation }}
      show={{ mutation: 'restorePost', document: RestorePostMutation }}
      texts={{ hide: 'hide.send', hideHint: 'hide.hint', show: 'restore.send' }}
    />
  );
}
