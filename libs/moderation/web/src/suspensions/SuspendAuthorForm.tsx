import { graphql } from '@kundig/api-contract';
import { SuspensionForm } from './SuspensionForm.js';
import type { SuspensionNoteData } from './SuspensionNote.js';

const SuspendAuthorMutation = graphql(`
  mutation SuspendAuthor($input: SuspendAuthorInput!) {
    suspendAuthor(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const UnsuspendAuthorMutation = graphql(`
  mutation UnsuspendAuthor($input: UnsuspendAuthorInput!) {
    unsuspendAuthor(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface SuspendAuthorFormProps {
  postId: string;
  /** The one in force, which the form lifts. */
  suspension?: SuspensionNoteData | null;
}

/** Keeps whoever wrote a post from writing, or lets them again; who that is stays unknown. */
export function SuspendAuthorForm({ postId, suspension }: SuspendAuthorFormProps) {
  return (
    <SuspensionForm
      subject={{ postId }}
      suspension={suspension}
      suspend={{ mutation: 'suspendAuthor', document: SuspendAuthorMutation }}
      lift={{ mutation: 'unsuspendAuthor', document: UnsuspendAuthorMutation }}
    />
  );
}
