import { graphql, readFragment, type FragmentType, type MailPace } from '@kundig/api-contract';
import { MutationForm, Select, SubmitButton, useMessages } from '@kundig/web-kit';
import styles from './MailChoicesForm.module.css';

const MailChoicesForm_choices = graphql(`
  fragment MailChoicesForm_choices on MailChoices {
    answer
    reply
    mention
    thread
    solution
    solved
    kudos
    report
    reported
    waiting
    unlawful
    reveal
  }
`);

const ChooseMailsMutation = graphql(`
  mutation ChooseMails($input: ChooseMailsInput!) {
    chooseMails(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const occasions = [
  { name: 'answer', key: 'choice.answer' },
  { name: 'reply', key: 'choice.reply' },
  { name: 'mention', key: 'choice.mention' },
  { name: 'solution', key: 'choice.solution' },
  { name: 'solved', key: 'choice.solved' },
  { name: 'thread', key: 'choice.thread' },
  { name: 'kudos', key: 'choice.kudos' },
  { name: 'report', key: 'choice.report' },
  { name: 'reported', key: 'choice.reported' },
  { name: 'waiting', key: 'choice.waiting' },
  { name: 'unlawful', key: 'choice.unlawful' },
  { name: 'reveal', key: 'choice.reveal' },
] as const;

const paces = [
  { pace: 'AT_ONCE', key: 'pace.atOnce' },
  { pace: 'DAILY', key: 'pace.daily' },
  { pace: 'NEVER', key: 'pace.never' },
] as const;

/** For each thing that can happen to the viewer: a mail at once, once a day, or none. */
export function MailChoicesForm(props: { choices: FragmentType<typeof MailChoicesForm_choices> }) {
  const t = useMessages('notifications');
  const choices = readFragment(MailChoicesForm_choices, props.choices);
  return (
    <MutationForm
      mutation="chooseMails"
      document={ChooseMailsMutation}
      toInput={(fields) => {
        const pace = (name: string) => fields.text(name) as MailPace;
        const deskPace = (name: 'reported' | 'waiting' | 'unlawful' | 'reveal') =>
          choices[name] ? pace(name) : null;
        return {
          answer: pace('answer'),
          reply: pace('reply'),
          mention: pace('mention'),
          thread: pace('thread'),
          solution: pace('solution'),
          solved: pace('solved'),
          kudos: pace('kudos'),
          report: pace('report'),
          reported: deskPace('reported'),
          waiting: deskPace('waiting'),
          unlawful: deskPace('unlawful'),
          reveal: deskPace('reveal'),
          clientKey: fields.clientKey,
        };
      }}
      className={styles.choices}
      label={t('choice.title')}
    >
      {occasions.map(
        ({ name, key }) =>
          choices[name] && (
            <Select
              key={name}
              name={name}
              label={t(key)}
              className={styles.choice}
              defaultValue={choices[name]}
            >
              {paces.map(({ pace, key: text }) => (
                <option key={pace} value={pace}>
                  {t(text)}
                </option>
              ))}
            </Select>
          ),
      )}
      <div>
        <SubmitButton>{t('choice.send')}</SubmitButton>
      </div>
    </MutationForm>
  );
}
