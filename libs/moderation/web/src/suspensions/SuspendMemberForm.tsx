import { graphql } from '@kundig/api-contract';
import { SuspensionForm } from './SuspensionForm.js';
import type { SuspensionNoteData } from './SuspensionNote.js';

const SuspendMemberMutation = graphql(`
  mutation SuspendMember($input: SuspendMemberInput!) {
    suspendMember(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const UnsuspendMemberMutation = graphql(`
  mutation UnsuspendMember($input: UnsuspendMemberInput!) {
    unsuspendMember(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface SuspendMemberFormProps {
  nickname: string;
  /** The one in force, which the form lifts. */
  suspension?: SuspensionNoteData | null;
}

/** Keeps a member from writing, or lets them again. */
export function SuspendMemberForm({ nickname, suspension }: SuspendMemberFormProps) {
  return (
    <SuspensionForm
      subject={{ nickname }}
      suspension={suspension}
      suspend={{ mutation: 'suspendMember', document: SuspendMemberMutation }}
      lift={{ mutation: 'unsuspendMember', document: UnsuspendMemberMutation }}
    />
  );
}
