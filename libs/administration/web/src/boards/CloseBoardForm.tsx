import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const CloseBoardMutation = graphql(`
  mutation CloseBoard($input: BoardInput!) {
    closeBoard(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const ReopenBoardMutation = graphql(`
  mutation ReopenBoard($input: BoardInput!) {
    reopenBoard(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Ends new threads in a board, or lets them in again; says what follows. */
export function CloseBoardForm({ id, closed }: { id: string; closed: boolean }) {
  const t = useMessages('administration');
  const form = {
    hidden: { id },
    toInput: ({ clientKey }: { clientKey: string }) => ({ id, clientKey }),
    className: formStyles.form,
  };
  return closed ? (
    <MutationForm key="reopen" {...form} mutation="reopenBoard" document={ReopenBoardMutation}>
      <p>{t('close.isClosed')}</p>
      <SubmitButton look="outline">{t('close.reopen')}</SubmitButton>
    </MutationForm>
  ) : (
    <MutationForm key="close" {...form} mutation="closeBoard" document={CloseBoardMutation}>
      <p>{t('close.consequence')}</p>
      <SubmitButton look="danger">{t('close.close')}</SubmitButton>
    </MutationForm>
  );
}
