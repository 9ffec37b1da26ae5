import { Link, SegmentedLinks, useMessages } from '@kundig/web-kit';
import { SearchRefinements } from './SearchRefinements.js';
import styles from './SearchFilters.module.css';

interface SearchFiltersProps {
  /** The address now; each filter is that address with one part changed. */
  url: URL;
  /** Boards with hits, for narrowing. */
  boards: readonly { id: string; name: string; count: number }[];
}

const states = [
  { value: '', key: 'filter.all' },
  { value: 'solved', key: 'filter.solved' },
  { value: 'open', key: 'filter.open' },
  { value: 'unanswered', key: 'filter.unanswered' },
] as const;

function withParam(url: URL, name: string, value: string): string {
  const params = new URLSearchParams(url.search);
  params.delete('page');
  if (value) params.set(name, value);
  else params.delete(name);
  return `${url.pathname}?${params}`;
}

/** Ways to narrow a result, each an address of its own. */
export function SearchFilters({ url, boards }: SearchFiltersProps) {
  const t = useMessages('search');
  const state = url.searchParams.get('state') ?? '';
  const boardId = url.searchParams.get('board') ?? '';
  return (
    <>
      <SegmentedLinks
        label={t('filter.state')}
        links={states.map(({ value, key }) => ({
          href: withParam(url, 'state', value),
          text: t(key),
          current: state === value,
        }))}
      />
      {boards.length > 1 && (
        <ul className={styles.boards} aria-label={t('filter.board')}>
          {boards.map(({ id, name, count }) => (
            <li key={id}>
              <Link
                to={withParam(url, 'board', boardId === id ? '' : id)}
                aria-current={boardId === id || undefined}
              >
                {name} ({count})
              </Link>
            </li>
          ))}
        </ul>
      )}
      <SearchRefinements key={url.search} url={url} />
    </>
  );
}
