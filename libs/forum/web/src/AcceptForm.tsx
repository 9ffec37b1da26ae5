import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { IconCheck, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import styles from './AcceptForm.module.css';

const AcceptForm_post = graphql(`
  fragment AcceptForm_post on Post {
    id
    solution
  }
`);

const AcceptSolutionMutation = graphql(`
  mutation AcceptSolution($input: PostInput!) {
    acceptSolution(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** @returns the place in the page where an answer is accepted, and where it then says so */
export const acceptancePlace = (postId: string): string => `acceptance-${postId}`;

/**
 * Marks an answer as what solved the question. Once it is one, that is said in the place of the button: nothing to press
 * comes under the pointer, and the mark is taken back elsewhere.
 */
export function AcceptForm(props: { post: FragmentType<typeof AcceptForm_post> }) {
  const t = useMessages('forum');
  const { id: postId, solution } = readFragment(AcceptForm_post, props.post);
  const place = acceptancePlace(postId);
  return (
    <div id={place} tabIndex={-1} className={styles.place}>
      {solution ? (
        <p className={styles.accepted}>
          <IconCheck size={16} stroke={2.5} aria-hidden /> {t('accept.given')}
        </p>
      ) : (
        <MutationForm
          mutation="acceptSolution"
          document={AcceptSolutionMutation}
          hidden={{ postId }}
          toInput={({ clientKey }) => ({ postId, clientKey })}
          keepInPlace={place}
          inline
        >
          <SubmitButton look="outline" size="small" icon={<IconCheck size={16} stroke={2.5} aria-hidden />}>
            {t('accept.give')}
          </SubmitButton>
        </MutationForm>
      )}
    </div>
  );
}
