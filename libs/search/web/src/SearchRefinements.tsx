import { localePrefix, Select, SubmitButton, TextField, useMessages, usePageRuntime } from '@kundig/web-kit';
import styles from './SearchRefinements.module.css';

interface SearchRefinementsProps {
  /** The address now; the form sends it with what was chosen. */
  url: URL;
}

/** Parts of the address that the fields stand for. */
const OWN = ['since', 'author', 'sort', 'page'];
const LONGEST_NICKNAME = 60;

/** Narrows a result by age and author, and turns its order round; folded as long as nobody chose anything. */
export function SearchRefinements({ url: { searchParams } }: SearchRefinementsProps) {
  const t = useMessages('search');
  const { locale } = usePageRuntime();
  const chosen = (name: string) => searchParams.get(name) ?? '';
  const isRefined = ['since', 'author', 'sort'].some(chosen);
  return (
    <details className={styles.refinements} open={isRefined}>
      <summary>{t('filter.more')}</summary>
      <form action={`${localePrefix(locale)}/search`} aria-label={t('filter.more')} className={styles.form}>
        {[...searchParams]
          .filter(([name]) => !OWN.includes(name))
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} readOnly />
          ))}
        <Select name="since" label={t('filter.since')} defaultValue={chosen('since')} required={false}>
          <option value="">{t('filter.sinceAny')}</option>
          <option value="day">{t('filter.sinceDay')}</option>
          <option value="week">{t('filter.sinceWeek')}</option>
          <option value="month">{t('filter.sinceMonth')}</option>
          <option value="year">{t('filter.sinceYear')}</option>
        </Select>
        <Select name="sort" label={t('filter.order')} defaultValue={chosen('sort')} required={false}>
          <option value="">{t('filter.orderBest')}</option>
          <option value="newest">{t('filter.orderNewest')}</option>
        </Select>
        <TextField
          name="author"
          label={t('filter.author')}
          hint={t('filter.authorHint')}
          defaultValue={chosen('author')}
          maxLength={LONGEST_NICKNAME}
          autoComplete="off"
          required={false}
        />
        <SubmitButton look="outline">{t('filter.apply')}</SubmitButton>
      </form>
    </details>
  );
}
