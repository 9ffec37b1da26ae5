import { graphql, readFragment, type Audience, type FragmentType } from '@kundig/api-contract';
import { Link, Rows, useMessages } from '@kundig/web-kit';
import { AUDIENCE_MEANING, AUDIENCE_NAMES, INSIGHT_WORDS, isKindOnly } from './audience-words.js';
import styles from './WhoSeesWhatPage.module.css';

const AudienceList_audience = graphql(`
  fragment AudienceList_audience on AudienceInsights {
    audience
    base
    readsThread
    insights
  }
`);

interface AudienceListProps {
  audiences: readonly FragmentType<typeof AudienceList_audience>[];
  shown: Audience;
  hrefOf(audience: Audience): string;
}

/** Who looks, and in words what each sees beyond the others; each leads to its view. */
export function AudienceList({ shown, hrefOf, ...props }: AudienceListProps) {
  const t = useMessages('pages');
  const audiences = readFragment(AudienceList_audience, props.audiences);
  const words = ({ base, insights }: (typeof audiences)[number]): string => {
    if (base === null) return t('whoSees.public');
    const likeVisitors = base === 'VISITOR';
    if (insights.length === 0) return t(likeVisitors ? 'whoSees.likeVisitors' : 'whoSees.likeMembers');
    const what = insights.map((insight) => t(INSIGHT_WORDS[insight])).join(', ');
    return t(likeVisitors ? 'whoSees.alsoLikeVisitors' : 'whoSees.alsoLikeMembers', { what });
  };
  return (
    <nav aria-label={t('whoSees.audiences')}>
      <Rows className={styles.audiences}>
        {audiences.map((row) => (
          <li key={row.audience}>
            <Link
              to={hrefOf(row.audience)}
              className={styles.audience}
              aria-current={row.audience === shown ? 'page' : undefined}
            >
              {t(AUDIENCE_NAMES[row.audience])}
            </Link>{' '}
            <span className={styles.meaning}>({t(AUDIENCE_MEANING[row.audience])})</span>
            <p>
              {words(row)} {row.readsThread === false && t('whoSees.noThread')}
            </p>
          </li>
        ))}
      </Rows>
      {audiences.some(({ insights }) => insights.some(isKindOnly)) && (
        <p className={styles.kindsOnly}>{t('whoSees.kindsOnly')}</p>
      )}
    </nav>
  );
}
