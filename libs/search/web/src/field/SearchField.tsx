import { clsx } from 'clsx';
import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { IconSearch, localePrefix, useMessages, usePageRuntime } from '@kundig/web-kit';
import { moved, optionsOf } from './options.js';
import { rowId, SuggestionList } from './SuggestionList.js';
import { useSuggestions } from './use-suggestions.js';
import styles from './SearchField.module.css';

/** Address of the page that is there for searching, at its field: whoever comes by it may type at once. */
export const SEARCH_FIELD = '/search#query';

interface SearchFieldProps {
  /** Lets addresses lead into the field. */
  id?: string;
  /** Big on the home page, where it is the first thing to do. */
  size?: 'normal' | 'big';
  /** The query whose results the page shows. */
  query?: string;
  /** What the field invites to; the domain's own words if absent. */
  label?: string;
  /** Keeps the search inside a board. */
  boardId?: string;
}

/**
 * A plain search form: its result is an address that can be kept and shared. Once somebody turns to it, it is a combobox, too,
 * and suggests pages while they type (WAI-ARIA Authoring Practices, editable combobox with list autocomplete).
 */
export function SearchField({ id, size = 'normal', query, label, boardId }: SearchFieldProps) {
  const t = useMessages('search');
  const { locale } = usePageRuntime();
  const name = label ?? t('field.label');
  const listId = useId();
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = useSuggestions(typed, boardId);
  const options = isOpen && found ? optionsOf(found, boardId) : [];
  const shown = options.length > 0;

  const type = (text: string) => {
    setTyped(text);
    setIsOpen(true);
    setActive(-1);
  };
  const close = () => {
    setIsOpen(false);
    setActive(-1);
  };

  // What was typed while all this was on its way counts, too.
  useEffect(() => {
    const input = field.current!;
    if (input === document.activeElement && input.value !== input.defaultValue) type(input.value);
  }, []);

  // Beside its keyboard a phone has room for little: the field goes to the top, and the list fills the rest.
  useEffect(() => {
    if (shown && window.matchMedia(NARROW).matches) root.current!.scrollIntoView();
  }, [shown]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (!shown) {
      if (key === 'ArrowDown' || key === 'ArrowUp') type(event.currentTarget.value);
      return;
    }
    const next = moved(key, active, options.length);
    if (next !== undefined) setActive(next);
    else if (key === 'Escape') close();
    else if (key === 'Enter' && active >= 0) document.getElementById(rowId(listId, active))!.click();
    else return;
    event.preventDefault();
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!root.current!.contains(relatedTarget)) close();
  };
  const onChosen = () => {
    field.current!.form!.reset();
    setTyped('');
    close();
  };

  return (
    <div ref={root} className={styles.root} onBlur={onBlur} data-island="">
      <form
        action={`${localePrefix(locale)}/search`}
        role="search"
        aria-label={size === 'big' || label ? name : t('field.submit')} // a page may have two
        className={clsx(styles.form, styles[size])}
      >
        <input
          ref={field}
          id={id}
          type="search"
          name="q"
          defaultValue={query}
          placeholder={name}
          aria-label={name}
          maxLength={200}
          enterKeyHint="search"
          autoComplete="off"
          required
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={shown ? listId : undefined}
          aria-activedescendant={active >= 0 ? rowId(listId, active) : undefined}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {boardId && <input type="hidden" name="board" value={boardId} readOnly />}
        <button type="submit" aria-label={t('field.submit')}>
          <IconSearch size={20} aria-hidden />
        </button>
      </form>
      <p className="visually-hidden" aria-live="polite">
        {shown &&
          (found!.suggestions.length > 0
            ? t('suggest.count', { count: found!.suggestions.length })
            : t('suggest.none'))}
      </p>
      {shown && (
        <SuggestionList
          id={listId}
          query={found!.query}
          options={options}
          active={active}
          onChosen={onChosen}
        />
      )}
    </div>
  );
}

/** Where the list is as wide as the screen; the same in the style sheet. */
const NARROW = '(max-width: 39.99rem)';
