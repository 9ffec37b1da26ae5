import { TextField, useMessages } from '@kundig/web-kit';

/** Why a moderator does something; kept in the audit log. */
export function ReasonField() {
  const t = useMessages('moderation');
  return (
    <TextField
      name="reason"
      label={t('hide.reason')}
      hint={t('care.reasonHint')}
      minLength={3}
      maxLength={500}
      autoComplete="off"
      optional
    />
  );
}
