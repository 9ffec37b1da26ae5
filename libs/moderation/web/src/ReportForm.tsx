import { graphql, type ReportReason } from '@kundig/api-contract';
import { MutationForm, Select, SubmitButton, TextArea, useMessages } from '@kundig/web-kit';
import styles from './forms.module.css';

const ReportPostMutation = graphql(`
  mutation ReportPost($input: ReportPostInput!) {
    reportPost(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const reasons = [
  ['OFFENSIVE', 'reason.offensive'],
  ['SPAM', 'reason.spam'],
  ['INTERNAL', 'reason.internal'],
  ['UNLAWFUL', 'reason.unlawful'],
  ['WRONG_PLACE', 'reason.wrongPlace'],
  ['OTHER', 'reason.other'],
] as const;

/** Tells the team what is wrong with a post; nobody else learns who did. */
export function ReportForm({ postId }: { postId: string }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="reportPost"
      document={ReportPostMutation}
      hidden={{ postId }}
      toInput={(fields) => ({
        postId,
        reason: fields.text('reason') as ReportReason,
        note: fields.optional('note'),
        clientKey: fields.clientKey,
      })}
      className={styles.form}
      label={t('report.title')}
    >
      <Select name="reason" label={t('report.reason')} defaultValue="">
        <option value="" disabled>
          {t('report.choose')}
        </option>
        {reasons.map(([value, key]) => (
          <option key={value} value={value}>
            {t(key)}
          </option>
        ))}
      </Select>
      <TextArea name="note" label={t('report.note')} rows={4} maxLength={1000} optional />
      <SubmitButton>{t('report.send')}</SubmitButton>
    </MutationForm>
  );
}
