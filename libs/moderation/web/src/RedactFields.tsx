import { Checkbox, SubmitButton, TextArea, useMessages, type FormFields } from '@kundig/web-kit';
import { ReasonField } from './care/ReasonField.js';

/** Which passage is to disappear, why, and that nothing brings it back. */
export function RedactFields() {
  const t = useMessages('moderation');
  return (
    <>
      <TextArea
        name="passage"
        label={t('redact.passage')}
        hint={t('redact.hint')}
        rows={3}
        maxLength={1000}
        autoComplete="off"
      />
      <ReasonField />
      <Checkbox name="acceptLoss" label={t('redact.acceptLoss')} />
      <SubmitButton look="danger">{t('redact.send')}</SubmitButton>
    </>
  );
}

/** What stands in these fields. */
export const passageIn = (fields: FormFields) => ({
  passage: fields.text('passage'),
  reason: fields.optional('reason'),
  acceptLoss: fields.checked('acceptLoss'),
  clientKey: fields.clientKey,
});
