import {
  formStyles,
  localePrefix,
  SubmitButton,
  TextField,
  useMessages,
  usePageRuntime,
} from '@kundig/web-kit';

interface FindThreadFormProps {
  /** Path of the thread that is to go over into another one. */
  path: string;
  /** What was looked for. */
  words?: string;
}

/** Asks for the thread into which another one goes: by its address, or by words that occur in it. */
export function FindThreadForm({ path, words }: FindThreadFormProps) {
  const t = useMessages('moderation');
  const { locale } = usePageRuntime();
  return (
    <form
      action={`${localePrefix(locale)}${path}/merge`}
      className={formStyles.form}
      aria-label={t('merge.find')}
    >
      <TextField
        name="into"
        label={t('merge.into')}
        hint={t('merge.intoHint')}
        defaultValue={words}
        maxLength={200}
        autoComplete="off"
      />
      <SubmitButton look="outline">{t('merge.findSend')}</SubmitButton>
    </form>
  );
}
