import { useState } from 'react';
import { graphql, readFragment, type FragmentType, type HelpedAnswer } from '@kundig/api-contract';
import { MutationForm, Notice, SubmitButton, useMessages } from '@kundig/web-kit';
import styles from './HelpedForm.module.css';

const HelpedForm_post = graphql(`
  fragment HelpedForm_post on Post {
    id
    helped {
      yes
      no
      incomplete
      unclear
      outdated
      wrong
    }
  }
`);

const AnswerHelpedMutation = graphql(`
  mutation AnswerHelped($input: AnswerHelpedInput!) {
    answerHelped(input: $input) {
      ... on AnswerHelpedSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const reasons = [
  ['INCOMPLETE', 'helped.incomplete'],
  ['UNCLEAR', 'helped.unclear'],
  ['OUTDATED', 'helped.outdated'],
  ['WRONG', 'helped.wrong'],
  ['NO', 'helped.noReason'],
] as const;

/** *Hat das geholfen?* Two presses at most, without signing in; those who look after the board see the numbers. */
export function HelpedForm(props: { post: FragmentType<typeof HelpedForm_post> }) {
  const t = useMessages('kudos');
  const { id: postId, helped } = readFragment(HelpedForm_post, props.post);
  const [answered, setAnswered] = useState(false);
  if (answered) return <Notice>{t('helped.thanks')}</Notice>;
  return (
    <MutationForm
      mutation="answerHelped"
      document={AnswerHelpedMutation}
      hidden={{ postId }}
      toInput={(fields) => ({ postId, answer: fields.text('answer') as HelpedAnswer })}
      then="stay"
      onDone={() => setAnswered(true)}
      className={styles.form}
      inline
    >
      <div role="group" aria-label={t('helped.question')} className={styles.question}>
        <strong>{t('helped.question')}</strong>
        <SubmitButton look="outline" size="small" name="answer" value="YES">
          {t('helped.yes')}
        </SubmitButton>
        <details className={styles.no}>
          <summary>{t('helped.no')}</summary>
          <div className={styles.reasons}>
            <span>{t('helped.why')}</span>
            {reasons.map(([answer, key]) => (
              <SubmitButton key={answer} look="outline" size="small" name="answer" value={answer}>
                {t(key)}
              </SubmitButton>
            ))}
          </div>
        </details>
        {helped && <p className={styles.counts}>{t('helped.counts', { ...helped })}</p>}
      </div>
    </MutationForm>
  );
}
