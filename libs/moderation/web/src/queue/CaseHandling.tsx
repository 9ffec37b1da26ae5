import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import styles from './ReportCaseItem.module.css';

const TakeReportMutation = graphql(`
  mutation TakeReport($input: TakeReportInput!) {
    takeReport(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const GiveBackReportMutation = graphql(`
  mutation GiveBackReport($input: ReportInput!) {
    giveBackReport(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface CaseHandlingProps {
  reportId: string;
  /** Name of the moderator at work on it. */
  handler: string | null;
  isMine: boolean;
  onDone(): void;
}

/** Who is at work on a case, and the way to take it, to take it over, or to give it back. */
export function CaseHandling({ reportId, handler, isMine, onDone }: CaseHandlingProps) {
  const t = useMessages('moderation');
  const takeOver = handler !== null;
  if (isMine)
    return (
      <div className={styles.handling}>
        <p>{t('queue.mine')}</p>
        <MutationForm
          mutation="giveBackReport"
          document={GiveBackReportMutation}
          hidden={{ reportId }}
          toInput={({ clientKey }) => ({ reportId, clientKey })}
          then="stay"
          onDone={onDone}
          inline
        >
          <SubmitButton look="quiet" size="small">
            {t('queue.giveBack')}
          </SubmitButton>
        </MutationForm>
      </div>
    );
  return (
    <div className={styles.handling}>
      {handler !== null && <p>{t('queue.takenBy', { name: handler })}</p>}
      <MutationForm
        mutation="takeReport"
        document={TakeReportMutation}
        hidden={{ reportId, takeOver: String(takeOver) }}
        toInput={({ clientKey }) => ({ reportId, takeOver, clientKey })}
        then="stay"
        onDone={onDone}
        inline
      >
        <SubmitButton look="outline" size="small">
          {t(takeOver ? 'queue.takeOver' : 'queue.take')}
        </SubmitButton>
      </MutationForm>
    </div>
  );
}
