import {
  formStyles,
  type MessageKey,
  MutationForm,
  SubmitButton,
  TextField,
  type ToggleWay,
  useMessages,
} from '@kundig/web-kit';

interface HidingFormProps<Subject, Hidden, Shown> {
  /** What is meant, as both mutations name it. */
  subject: Subject;
  /** Hidden already: the form brings it back. */
  hidden: boolean;
  hide: ToggleWay<Hidden, { input: Subject & { reason: string; clientKey?: string | null } }>;
  show: ToggleWay<Shown, { input: Subject & { reason: string; clientKey?: string | null } }>;
  texts: Record<'hide' | 'hideHint' | 'show', MessageKey<'moderation'>>;
}

/** Takes something out of sight, or back, for a reason. */
export function HidingForm<
  Subject extends Record<string, string>,
  Hidden extends object,
  Shown extends object,
>({ subject, hidden, hide, show, texts }: HidingFormProps<Subject, Hidden, Shown>) {
  const t = useMessages('moderation');
  const form = <Result extends object>(
    way: ToggleWay<Result, { input: Subject & { reason: string; clientKey?: string | null } }>,
  ) => (
    <MutationForm
      {...way}
      hidden={subject}
      toInput={(fields) => ({ ...subject, reason: fields.text('reason'), clientKey: fields.clientKey })}
      className={formStyles.form}
    >
      <TextField
        name="reason"
        label={t('hide.reason')}
        hint={t(hidden ? 'restore.hint' : texts.hideHint)}
        minLength={3}
        maxLength={300}
        autoComplete="off"
      />
      <SubmitButton look={hidden ? 'filled' : 'danger'}>{t(hidden ? texts.show : texts.hide)}</SubmitButton>
    </MutationForm>
  );
  return hidden ? form(show) : form(hide);
}
