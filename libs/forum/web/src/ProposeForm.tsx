import { graphql } from '@kundig/api-contract';
import { IconStar, MutationForm, SubmitButton, TextArea, useMessages } from '@kundig/web-kit';
import styles from './ProposeForm.module.css';

const ProposeSolutionMutation = graphql(`
  mutation ProposeSolution($input: ProposeSolutionInput!) {
    proposeSolution(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const LONGEST_REASON = 500;

/** An expert holds an answer for the solution, and may say why; moderators decide. */
export function ProposeForm({ postId }: { postId: string }) {
  const t = useMessages('forum');
  return (
    <details className={styles.propose}>
      <summary>
        <IconStar size={16} aria-hidden /> {t('propose.open')}
      </summary>
      <MutationForm
        mutation="proposeSolution"
        document={ProposeSolutionMutation}
        hidden={{ postId }}
        toInput={(fields) => ({ postId, reason: fields.optional('reason'), clientKey: fields.clientKey })}
        className={styles.form}
      >
        <TextArea
          name="reason"
          label={t('propose.reason')}
          hint={t('propose.reasonHint')}
          rows={2}
          maxLength={LONGEST_REASON}
          optional
        />
        <div>
          <SubmitButton size="small">{t('propose.send')}</SubmitButton>
        </div>
      </MutationForm>
    </details>
  );
}
