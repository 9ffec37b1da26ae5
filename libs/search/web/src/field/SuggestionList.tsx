import {
  IconCheck,
  IconMessagePlus,
  IconSearch,
  Link,
  TitleText,
  useMessages,
  usePageRuntime,
} from '@kundig/web-kit';
import { clsx } from 'clsx';
import { useEffect, type MouseEvent } from 'react';
import type { Option, Way } from './options.js';
import styles from './SuggestionList.module.css';
import { typedWords } from './typed-words.js';
import type { Suggestion } from './use-suggestions.js';

interface SuggestionListProps {
  /** Of the list; rows are numbered after it. */
  id: string;
  query: string;
  options: readonly Option[];
  /** Number of the row that the arrow keys stand on; -1 for none. */
  active: number;
  onChosen(): void;
}

/** @returns the id of a row */
export const rowId = (listId: string, index: number): string => `${listId}-${index}`;

const keepFocus = (event: MouseEvent) => event.preventDefault();

/** What the field may mean, in groups, with the ways on at the end. Focus stays in the field. */
export function SuggestionList({ id, query, options, active, onChosen }: SuggestionListProps) {
  const t = useMessages('search');
  const { site } = usePageRuntime();
  useEffect(() => {
    if (active >= 0) document.getElementById(rowId(id, active))!.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const headings = {
    FAQ: t('suggest.faq'),
    THREAD: t('suggest.threads'),
    ARTICLE: t('suggest.articles'),
    BOARD: t('named.boards'),
    MEMBER: t('named.members'),
    HELP_PAGE: t('suggest.helpPages', { operator: site.name }),
  };
  const row = (index: number) => ({
    id: rowId(id, index),
    role: 'option',
    'aria-selected': index === active,
    tabIndex: -1,
    className: clsx(styles.row, index === active && styles.active),
    onClick: onChosen,
  });
  const groups = Object.entries(headings)
    .map(([kind, heading]) => ({
      kind,
      heading,
      rows: options.flatMap((option, index) =>
        option.kind === 'suggestion' && option.suggestion.kind === kind ? [{ ...option, index }] : [],
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
  const ways = options.flatMap((option, index) =>
    option.kind === 'suggestion' ? [] : [{ ...option, index }],
  );
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('suggest.label')}
      className={styles.list}
      onMouseDown={keepFocus}
    >
      {groups.map(({ kind, heading, rows }) => (
        <div key={kind} role="group" aria-labelledby={`${id}-${kind}`} className={styles.group}>
          <p id={`${id}-${kind}`} role="presentation" className={styles.heading}>
            {heading}
          </p>
          {rows.map(({ suggestion, path, index }) =>
            suggestion.host ? (
              <a key={path} href={path} {...row(index)}>
                <SuggestionText suggestion={suggestion} query={query} />
              </a>
            ) : (
              <Link key={path} to={path} {...row(index)}>
                <SuggestionText suggestion={suggestion} query={query} />
              </Link>
            ),
          )}
        </div>
      ))}
      <div role="group" aria-label={t('suggest.ways')} className={styles.ways}>
        {ways.map(({ kind, path, index }) => (
          <Link key={kind} to={path} {...row(index)}>
            <WayText kind={kind} query={query} />
          </Link>
        ))}
      </div>
    </div>
  );
}

function SuggestionText({
  suggestion: { title, lang, detail, solved, host },
  query,
}: {
  suggestion: Suggestion;
  query: string;
}) {
  const t = useMessages('search');
  return (
    <span className={styles.text}>
      <span className={styles.title} lang={lang ?? undefined}>
        <TitleText text={title} marked={typedWords(title, query)} />
      </span>
      {(solved || host || detail) && (
        <span className={styles.detail}>
          {solved && (
            <span className={styles.solved}>
              <IconCheck size={14} stroke={2.5} aria-hidden /> {t('suggest.solved')}
            </span>
          )}{' '}
          {host && <span>{detail ? `${host} · ` : host}</span>}
          {detail && <span lang={lang ?? undefined}>{detail}</span>}
        </span>
      )}
    </span>
  );
}

function WayText({ kind, query }: { kind: Way['kind']; query: string }) {
  const t = useMessages('search');
  return (
    <>
      {kind === 'all' ? <IconSearch size={18} aria-hidden /> : <IconMessagePlus size={18} aria-hidden />}
      <span className={styles.way}>{t(kind === 'all' ? 'suggest.all' : 'suggest.ask', { query })}</span>
    </>
  );
}
