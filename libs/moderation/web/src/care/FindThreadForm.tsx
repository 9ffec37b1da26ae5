import {
  formStyles,
  localePrefix,
  SubmitButton,
  TextField,
  useMessages,
  usePageRuntime,
} from '@kundig/web-kit';

/** What another thread is looked for. */
const TEXTS = {
  merge: { name: 'into', question: 'merge.into', send: 'merge.findSend' },
  duplicate: { name: 'of', question: 'duplicate.of', send: 'duplicate.findSend' },
} as const;

interface FindThreadFormProps {
  aim: keyof typeof TEXTS;
  /** Path of the page that finds it. */
  page: string;
  /** What was looked for. */
  words?: string;
}

/** Asks for another thread: by its address, or by words that occur in it. */
export function FindThreadForm({ aim, page, words }: FindThreadFormProps) {
  const t = useMessages('moderation');
  const { locale } = usePageRuntime();
  const { name, question, send } = TEXTS[aim];
  return (
    <form action={`${localePrefix(locale)}${page}`} className={formStyles.form} aria-label={t(question)}>
      <TextField
        name={name}
        label={t(question)}
        hint={t('merge.intoHint')}
        defaultValue={words}
        maxLength={200}
        autoComplete="off"
      />
      <SubmitButton look="outline">{t(send)}</SubmitButton>
    </form>
  );
}
