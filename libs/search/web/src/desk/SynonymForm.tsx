import {
  Button,
  Checkbox,
  formStyles,
  localePrefix,
  TextArea,
  useMessages,
  usePageRuntime,
} from '@kundig/web-kit';

/** What a group is to be, as it stands in the address. */
export interface SynonymsAsked {
  /** Of the group that is changed; absent for a new one. */
  groupId?: string;
  /** A word on each line, or between commas. */
  words: string;
  oneWay: boolean;
}

/** Words that are to mean the same. Sending it changes nothing: it leads to what would change. */
export function SynonymForm({ groupId, words, oneWay }: SynonymsAsked) {
  const t = useMessages('search');
  const { locale } = usePageRuntime();
  return (
    <form
      key={`${groupId} ${words} ${oneWay}`}
      action={`${localePrefix(locale)}/desk/synonyms`}
      className={formStyles.form}
    >
      {groupId && <input type="hidden" name="group" value={groupId} />}
      <TextArea
        name="words"
        label={t('synonyms.words')}
        hint={t('synonyms.wordsHint')}
        defaultValue={words}
        rows={4}
        maxLength={800}
      />
      <Checkbox
        name="oneWay"
        label={t('synonyms.oneWay')}
        hint={t('synonyms.oneWayHint')}
        defaultChecked={oneWay}
        optional
      />
      <div className={formStyles.buttons}>
        <Button type="submit" look="outline">
          {t('synonyms.preview')}
        </Button>
      </div>
    </form>
  );
}
