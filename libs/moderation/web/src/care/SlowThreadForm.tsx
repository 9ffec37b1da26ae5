import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { formStyles, MutationForm, Select, SubmitButton, useMessages } from '@kundig/web-kit';

const SlowThreadForm_thread = graphql(`
  fragment SlowThreadForm_thread on Thread {
    id
    slowMinutes
  }
`);

const SlowThreadMutation = graphql(`
  mutation SlowThread($input: SlowThreadInput!) {
    slowThread(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Minutes that have proved themselves, from a breath to a night. */
const PAUSES = [1, 5, 15, 60, 240, 720] as const;

/** How long everybody waits between two replies in the thread. */
export function SlowThreadForm(props: { thread: FragmentType<typeof SlowThreadForm_thread> }) {
  const t = useMessages('moderation');
  const { id: threadId, slowMinutes } = readFragment(SlowThreadForm_thread, props.thread);
  const pauses = [...new Set([...PAUSES, ...(slowMinutes === null ? [] : [slowMinutes])])];
  return (
    <MutationForm
      mutation="slowThread"
      document={SlowThreadMutation}
      hidden={{ threadId }}
      toInput={(fields) => ({
        threadId,
        minutes: Number(fields.text('minutes')),
        clientKey: fields.clientKey,
      })}
      className={formStyles.form}
      label={t('care.slow')}
    >
      <Select
        name="minutes"
        label={t('care.pause')}
        hint={t('care.slowHint')}
        defaultValue={slowMinutes ?? 0}
      >
        <option value={0}>{t('care.noPause')}</option>
        {pauses
          .toSorted((a, b) => a - b)
          .map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes < 60
                ? t('care.minutes', { count: minutes })
                : t('care.hours', { count: Math.round(minutes / 60) })}
            </option>
          ))}
      </Select>
      <SubmitButton look="outline">{t('care.slowSend')}</SubmitButton>
    </MutationForm>
  );
}
