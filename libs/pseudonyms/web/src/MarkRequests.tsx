import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import styles from './PersonForm.module.css';

const MarkRequests_request = graphql(`
  fragment MarkRequests_request on MarkRequestObject {
    nickname
    path
    mark
  }
`);

const AnswerMarkMutation = graphql(`
  mutation AnswerMark($input: AnswerMarkInput!) {
    answerMark(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Marks that members ask for, each confirmed or taken away by one press. */
export function MarkRequests(props: { requests: readonly FragmentType<typeof MarkRequests_request>[] }) {
  const t = useMessages('pseudonyms');
  const requests = readFragment(MarkRequests_request, props.requests);
  return (
    <ul className={styles.requests}>
      {requests.map(({ nickname, path, mark }) => (
        <li key={nickname} className={styles.request}>
          <p>
            <Link to={path}>{nickname}</Link>: <strong>{mark}</strong>
          </p>
          <MutationForm
            mutation="answerMark"
            document={AnswerMarkMutation}
            hidden={{ nickname, mark }}
            toInput={(fields) => ({
              nickname,
              mark,
              confirmed: fields.text('confirmed') === 'true',
              clientKey: fields.clientKey,
            })}
            inline
          >
            <SubmitButton name="confirmed" value="true" size="small">
              {t('marks.confirm')}
            </SubmitButton>
            <SubmitButton name="confirmed" value="false" look="outline" size="small">
              {t('marks.decline')}
            </SubmitButton>
          </MutationForm>
        </li>
      ))}
    </ul>
  );
}
