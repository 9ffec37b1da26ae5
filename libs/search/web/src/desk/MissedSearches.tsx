import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Facts, LinkButton, Rows, TimeText, useMessages } from '@kundig/web-kit';
import { MarkSearchForm } from './MarkSearchForm.js';
import { RecommendAnswerForm } from './RecommendAnswerForm.js';
import styles from './SearchDesk.module.css';

const MissedSearches_search = graphql(`
  fragment MissedSearches_search on MissedSearch {
    id
    words
    spellings
    missed
    unopened
    lastDay
    mark
  }
`);

interface MissedSearchesProps {
  searches: readonly FragmentType<typeof MissedSearches_search>[];
  /** Further things a search can become, which other domains bring. */
  others(words: string): ReactNode;
}

/** What several people searched for in vain, most frequent first, and what each can become. */
export function MissedSearches({ searches, others }: MissedSearchesProps) {
  const t = useMessages('search');
  return (
    <Rows ordered>
      {readFragment(MissedSearches_search, searches).map((search) => {
        const { id, words, spellings, missed, unopened, lastDay, mark } = search;
        return (
          <li key={id} className={styles.search}>
            <h2 id={`search-${id}`}>{words}</h2>
            <Facts>
              {missed > 0 && <span>{t('missed.missed', { count: missed })}</span>}
              {unopened > 0 && <span>{t('missed.unopened', { count: unopened })}</span>}
              <span>
                {t('missed.last')} <TimeText at={`${lastDay}T12:00:00Z`} dateOnly />
              </span>
              {mark && <strong>{t(mark === 'DONE' ? 'missed.isDone' : 'missed.isIgnored')}</strong>}
            </Facts>
            {spellings.length > 0 && (
              <p className={styles.spellings}>{t('missed.spellings', { words: spellings.join(', ') })}</p>
            )}
            {mark ? (
              <div className={styles.actions}>
                <MarkSearchForm searchId={id} mark={null} words={words} />
              </div>
            ) : (
              <>
                <div className={styles.recommend}>
                  <RecommendAnswerForm searchId={id} words={words} />
                </div>
                <div className={styles.actions}>
                  <LinkButton to={`/search?q=${encodeURIComponent(words)}`} look="quiet" size="small">
                    {t('missed.look')}
                  </LinkButton>
                  <LinkButton to={`/ask?title=${encodeURIComponent(words)}`} look="quiet" size="small">
                    {t('missed.ask')}
                  </LinkButton>
                  <LinkButton
                    to={`/desk/synonyms?words=${encodeURIComponent(words)}`}
                    look="quiet"
                    size="small"
                  >
                    {t('missed.synonym')}
                  </LinkButton>
                  {others(words)}
                  <MarkSearchForm searchId={id} mark="DONE" words={words} />
                  <MarkSearchForm searchId={id} mark="IGNORED" words={words} />
                </div>
              </>
            )}
          </li>
        );
      })}
    </Rows>
  );
}
