import { Select, TextArea, useMessages } from '@kundig/web-kit';

const reasons = [
  ['OFFENSIVE', 'reason.offensive'],
  ['SPAM', 'reason.spam'],
  ['INTERNAL', 'reason.internal'],
  ['UNLAWFUL', 'reason.unlawful'],
  ['WRONG_PLACE', 'reason.wrongPlace'],
  ['OTHER', 'reason.other'],
] as const;

/** What a report says: the reason, and what the team should know. */
export function ReportFields() {
  const t = useMessages('moderation');
  return (
    <>
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
    </>
  );
}
