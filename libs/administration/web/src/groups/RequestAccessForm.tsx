import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, TextArea, TimeText, useMessages } from '@kundig/web-kit';
import styles from '../forms.module.css';

const RequestAccessForm_board = graphql(`
  fragment RequestAccessForm_board on Board {
    id
    viewerAccessRequest {
      createdAt
      decision
      answer
    }
  }
`);

const RequestAccessMutation = graphql(`
  mutation RequestAccess($input: RequestAccessInput!) {
    requestAccess(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** On the teaser of a closed group's board: what became of the own request, or the form to make one. */
export function RequestAccessForm(props: { board: FragmentType<typeof RequestAccessForm_board> }) {
  const t = useMessages('administration');
  const { id, viewerAccessRequest: request } = readFragment(RequestAccessForm_board, props.board);
  if (request && !request.decision)
    return (
      <p role="status">
        {t('access.asked')} <TimeText at={request.createdAt} />
      </p>
    );
  return (
    <>
      {request?.decision === 'DECLINED' && (
        <div className={styles.card} role="status">
          <p>{t('access.declined')}</p>
          {request.answer && <p>{request.answer}</p>}
        </div>
      )}
      <MutationForm
        mutation="requestAccess"
        document={RequestAccessMutation}
        hidden={{ boardId: id }}
        toInput={(fields) => ({ boardId: id, note: fields.optional('note'), clientKey: fields.clientKey })}
        className={formStyles.form}
        label={t('access.ask')}
      >
        <TextArea
          name="note"
          label={t('access.note')}
          hint={t('access.noteHint')}
          rows={3}
          maxLength={500}
          optional
        />
        <SubmitButton>{t('access.ask')}</SubmitButton>
      </MutationForm>
    </>
  );
}
