import { Select, TextArea, useMessages } from '@kundig/web-kit';
import { ReasonOptions } from './ReasonOptions.js';

/** What a report says: the reason, and what the team should know. */
export function ReportFields() {
  const t = useMessages('moderation');
  return (
    <>
      <Select name="reason" label={t('report.reason')} defaultValue="">
        <option value="" disabled>
          {t('report.choose')}
        </option>
        <ReasonOptions />
      </Select>
      <TextArea name="note" label={t('report.note')} rows={4} maxLength={1000} optional />
    </>
  );
}
