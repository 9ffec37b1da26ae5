import { graphql, type ReportDecision, type ReportReason } from '@kundig/api-contract';
import { MutationForm, Select, SubmitButton, TextField, useMessages } from '@kundig/web-kit';
import { ReasonOptions } from '../ReasonOptions.js';
import styles from './ReportCaseItem.module.css';

const ResolveReportMutation = graphql(`
  mutation ResolveReport($input: ResolveReportInput!) {
    resolveReport(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface DecideFormProps {
  reportId: string;
  /** What was reported, which is most often the reason for hiding. */
  ground: ReportReason;
  isComment: boolean;
  /** Whether there is anything left to be hidden. */
  mayHide: boolean;
  onDone(): void;
}

/** Lets a post or comment stay, or takes it out of sight for a reason from the list or in own words. */
export function DecideForm({ reportId, ground, isComment, mayHide, onDone }: DecideFormProps) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="resolveReport"
      document={ResolveReportMutation}
      hidden={{ reportId }}
      toInput={(fields) => ({
        reportId,
        decision: fields.text('decision') as ReportDecision,
        ground: fields.optional('ground') as ReportReason | undefined,
        reason: fields.optional('reason'),
        clientKey: fields.clientKey,
      })}
      then="stay"
      onDone={onDone}
      className={styles.decide}
    >
      <Select name="ground" label={t('queue.ground')} defaultValue={ground} optional>
        <ReasonOptions />
      </Select>
      <TextField
        name="reason"
        label={t('queue.words')}
        hint={t('queue.wordsHint')}
        maxLength={400}
        autoComplete="off"
        optional
      />
      <div className={styles.buttons}>
        <SubmitButton name="decision" value="KEEP" look="outline">
          {t(isComment ? 'reports.keepComment' : 'reports.keep')}
        </SubmitButton>
        {mayHide && (
          <SubmitButton name="decision" value="HIDE" look="danger">
            {t(isComment ? 'hide.comment' : 'hide.send')}
          </SubmitButton>
        )}
      </div>
    </MutationForm>
  );
}
