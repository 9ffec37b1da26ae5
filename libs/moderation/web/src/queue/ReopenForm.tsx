import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const ReopenReportMutation = graphql(`
  mutation ReopenReport($input: ReportInput!) {
    reopenReport(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Takes a decision back: what was hidden is shown again, and the reports wait once more. */
export function ReopenForm({ reportId, onDone }: { reportId: string; onDone(): void }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="reopenReport"
      document={ReopenReportMutation}
      hidden={{ reportId }}
      toInput={({ clientKey }) => ({ reportId, clientKey })}
      then="stay"
      onDone={onDone}
      inline
    >
      <SubmitButton look="outline" size="small">
        {t('queue.undo')}
      </SubmitButton>
    </MutationForm>
  );
}
