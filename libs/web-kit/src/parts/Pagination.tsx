import { Link } from './Link.js';
import { IconChevronLeft, IconChevronRight } from '../icons.js';
import { useMessages } from '../messages/use-messages.js';
import styles from './Pagination.module.css';

interface PaginationProps {
  page: number;
  pageCount: number;
  /** The address of a page, without the language prefix. */
  hrefOf(page: number): string;
}

/** Numbered pages: the first, the last and those around the one in view. Nothing for a single page. */
export function Pagination({ page, pageCount, hrefOf }: PaginationProps) {
  const t = useMessages('kit');
  if (pageCount <= 1) return null;
  return (
    <nav className={styles.pagination} aria-label={t('pages.label')}>
      {page > 1 && (
        <Link to={hrefOf(page - 1)} rel="prev" aria-label={t('pages.previous')}>
          <IconChevronLeft size={18} aria-hidden />
        </Link>
      )}
      <ol>
        {shownPages(page, pageCount).map((number, index, all) => (
          <li key={number} data-gap={index > 0 && number - all[index - 1]! > 1 ? '' : undefined}>
            {number === page ? (
              <span aria-current="page">{number}</span>
            ) : (
              <Link to={hrefOf(number)} aria-label={t('pages.page', { number })}>
                {number}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {page < pageCount && (
        <Link to={hrefOf(page + 1)} rel="next" aria-label={t('pages.next')}>
          <IconChevronRight size={18} aria-hidden />
        </Link>
      )}
    </nav>
  );
}

/** @returns at most seven page numbers in order, always with the first, the last and the neighbours */
export function shownPages(page: number, pageCount: number): number[] {
  const wanted = [1, 2, page - 1, page, page + 1, pageCount - 1, pageCount];
  return [...new Set(wanted)].filter((number) => number >= 1 && number <= pageCount).sort((a, b) => a - b);
}
