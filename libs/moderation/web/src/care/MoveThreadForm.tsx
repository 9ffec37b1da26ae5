import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { formStyles, MutationForm, Select, SubmitButton, useMessages } from '@kundig/web-kit';
import { BoardOptions } from './BoardOptions.js';
import { ReasonField } from './ReasonField.js';

const MoveThreadForm_thread = graphql(`
  fragment MoveThreadForm_thread on Thread {
    id
    moveTargets {
      id
      ...BoardOptions_board
    }
  }
`);

const MoveThreadMutation = graphql(`
  mutation MoveThread($input: MoveThreadInput!) {
    moveThread(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Brings a thread to another board; who reads it there is said with the board's name. */
export function MoveThreadForm(props: { thread: FragmentType<typeof MoveThreadForm_thread> }) {
  const t = useMessages('moderation');
  const { id: threadId, moveTargets } = readFragment(MoveThreadForm_thread, props.thread);
  if (moveTargets.length === 0) return <p>{t('care.moveNowhere')}</p>;
  return (
    <MutationForm
      mutation="moveThread"
      document={MoveThreadMutation}
      hidden={{ threadId }}
      toInput={(fields) => ({
        threadId,
        boardId: fields.text('boardId'),
        reason: fields.optional('reason'),
        clientKey: fields.clientKey,
      })}
      className={formStyles.form}
      label={t('care.move')}
    >
      <Select name="boardId" label={t('care.board')} hint={t('care.moveHint')} defaultValue="">
        <option value="" disabled>
          {t('report.choose')}
        </option>
        <BoardOptions boards={moveTargets} />
      </Select>
      <ReasonField />
      <SubmitButton look="outline">{t('care.moveSend')}</SubmitButton>
    </MutationForm>
  );
}
