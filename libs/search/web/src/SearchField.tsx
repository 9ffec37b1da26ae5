import { clsx } from 'clsx';
import { IconSearch, localePrefix, useMessages, usePageRuntime } from '@kundig/web-kit';
import styles from './SearchField.module.css';

/** Address of the page that is there for searching, at its field: whoever comes by it may type at once. */
export const SEARCH_FIELD = '/search#query';

interface SearchFieldProps {
  /** Lets addresses lead into the field. */
  id?: string;
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
export function SearchField({ id, size = 'normal', query, label, boardId }: SearchFieldProps) {
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
        id={id}
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
