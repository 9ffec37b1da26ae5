import { DateField, type FormFields, formStyles, Select, TextField, useMessages } from '@kundig/web-kit';

/** Days that are offered; 0 is until it is lifted. */
const LENGTHS = [1, 3, 7, 14, 30, 90, 0];
const USUAL_LENGTH = 7;

/** Why and how long, for whom it concerns. */
export function SuspensionFields() {
  const t = useMessages('moderation');
  return (
    <>
      <TextField
        name="reason"
        label={t('suspend.reason')}
        hint={t('suspend.reasonHint')}
        minLength={3}
        maxLength={500}
        autoComplete="off"
      />
      <div className={formStyles.two}>
        <Select name="days" label={t('suspend.length')} defaultValue={USUAL_LENGTH}>
          {LENGTHS.map((days) => (
            <option key={days} value={days}>
              {days === 0 ? t('suspend.untilLifted') : t('suspend.days', { count: days })}
            </option>
          ))}
        </Select>
        <DateField name="until" label={t('suspend.until')} optional />
      </div>
    </>
  );
}

/** @returns what the fields say, as the mutations take it */
export const suspensionIn = (fields: FormFields) => ({
  reason: fields.text('reason'),
  days: Number(fields.text('days')),
  until: fields.optional('until'),
  clientKey: fields.clientKey,
});
