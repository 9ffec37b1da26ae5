import { clsx } from 'clsx';
import { IconSearch, localePrefix, useMessages, usePageRuntime } from '@kundig/web-kit';
import styles from './SearchField.module.css';

interface SearchFieldProps {
  /** Big on the home page, where it is the first thing to do. */
  size?: 'normal' | 'big';
  /** What is being searched for now. */
  query?: string;
  /** What the field invites to; the domain's own words if absent. */
  label?: string;
  /** Keeps the search inside a board. */
  boardId?: string;
}

/** A plain search form: its result is an address that can be kept and shared. */
export function SearchField({ size = 'normal', query, label, boardId }: SearchFieldProps) {
  const t = useMessages('search');
  const { locale } = usePageRuntime();
  const name = label ?? t('field.label');
  return (
    <form
      action={`${localePrefix(locale)}/search`}
      role="search"
      aria-label={size === 'big' || label ? name : t('field.submit')} // a page may have two
      className={clsx(styles.form, styles[size])}
    >
      <input
        type="search"
        name="q"
        defaultValue={query}
        placeholder={name}
        aria-label={name}
        maxLength={200}
        enterKeyHint="search"
        required
      />
      {boardId && <input type="hidden" name="board" value={boardId} readOnly />}
      <button type="submit" aria-label={t('field.submit')}>
        <IconSearch size={20} aria-hidden />
      </button>
    </form>
  );
}
