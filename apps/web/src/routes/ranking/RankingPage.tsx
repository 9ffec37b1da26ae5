import { graphql, type Merit, type RankingPeriod } from '@kundig/api-contract';
import { AbsenceForm, RankingTable, ThanksThisWeek } from '@kundig/merits/web';
import {
  Columns,
  EmptyState,
  Link,
  LinkButton,
  PageNotFound,
  Section,
  SegmentedLinks,
  useMessages,
  usePageQuery,
  usePageRuntime,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import styles from './RankingPage.module.css';

const RankingPageQuery = graphql(`
  query RankingPage($period: RankingPeriod!, $by: Merit!, $board: ID) {
    ranking(period: $period, by: $by, boardId: $board) {
      enoughParticipants
      members {
        ...RankingTable_contributor
      }
      staff {
        ...RankingTable_contributor
      }
    }
    thanksThisWeek {
      kudos
      solutions
      ...ThanksThisWeek_thanks
    }
    boards {
      id
      name
      readable
    }
    viewer {
      absentFromRankings
    }
  }
`);

const periods = [
  { value: 'WEEK', name: 'week', key: 'ranking.week' },
  { value: 'MONTH', name: 'month', key: 'ranking.month' },
  { value: 'ALL', name: 'all', key: 'ranking.all' },
] as const satisfies { value: RankingPeriod; name: string; key: string }[];
const merits = [
  { value: 'SOLUTIONS', name: 'solutions', key: 'ranking.bySolutions' },
  { value: 'KUDOS', name: 'kudos', key: 'ranking.byKudos' },
] as const satisfies { value: Merit; name: string; key: string }[];

/** What the address asks for; anything else is the usual view. */
function viewOf({ searchParams }: URL) {
  return {
    period: periods.find(({ name }) => name === searchParams.get('period')) ?? periods[1],
    merit: merits.find(({ name }) => name === searchParams.get('by')) ?? merits[0],
    board: searchParams.get('board')?.slice(0, 64),
  };
}
type View = ReturnType<typeof viewOf>;

const variablesOf = ({ period, merit, board }: View) => ({ period: period.value, by: merit.value, board });

function addressOf({ period, merit, board }: View): string {
  const params = new URLSearchParams();
  if (period !== periods[1]) params.set('period', period.name);
  if (merit !== merits[0]) params.set('by', merit.name);
  if (board) params.set('board', board);
  return params.size > 0 ? `/ranking?${params}` : '/ranking';
}

export async function prefetch({ query, url, messages, siteName }: PrefetchContext) {
  const view = viewOf(url);
  const { ranking } = await query(RankingPageQuery, variablesOf(view));
  if (!ranking) throw new PageNotFound();
  const t = messages('pages');
  return {
    title: t('ranking.title'),
    description: t('ranking.description', { site: siteName }),
    canonical: '/ranking',
    noindex: view.board !== undefined,
  };
}

/** Who helps most. Too few for a ranking are thanked instead. */
export default function RankingPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { viewer: visitor } = usePageRuntime();
  const view = viewOf(url);
  const { ranking, thanksThisWeek, boards, viewer } = usePageQuery(RankingPageQuery, variablesOf(view));
  if (!ranking) return null;
  const readable = boards.filter((board) => board.readable);
  const boardName = readable.find(({ id }) => id === view.board)?.name;
  return (
    <Columns
      aside={
        <>
          {readable.length > 0 && (
            <Section title={t('home.boards')}>
              <ul className={styles.boards}>
                <li>
                  <Link
                    to={addressOf({ ...view, board: undefined })}
                    aria-current={view.board ? undefined : 'page'}
                  >
                    {t('ranking.everywhere')}
                  </Link>
                </li>
                {readable.map(({ id, name }) => (
                  <li key={id}>
                    <Link
                      to={addressOf({ ...view, board: id })}
                      aria-current={id === view.board ? 'page' : undefined}
                    >
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {visitor === 'signed-in' && (
            <Section title={t('ranking.you')}>
              <AbsenceForm absent={viewer.absentFromRankings} />
            </Section>
          )}
        </>
      }
    >
      <div className={styles.head}>
        <h1>{t('ranking.title')}</h1>
        <p>{boardName ? t('ranking.inBoard', { board: boardName }) : t('ranking.text')}</p>
      </div>
      <div className={styles.views}>
        <SegmentedLinks
          label={t('ranking.merit')}
          links={merits.map((merit) => ({
            href: addressOf({ ...view, merit }),
            text: t(merit.key),
            current: merit === view.merit,
          }))}
        />
        <SegmentedLinks
          label={t('ranking.period')}
          links={periods.map((period) => ({
            href: addressOf({ ...view, period }),
            text: t(period.key),
            current: period === view.period,
          }))}
        />
      </div>
      <div className={styles.tables}>
        {ranking.enoughParticipants ? (
          <RankingTable contributors={ranking.members} caption={t('ranking.members')} />
        ) : (
          <EmptyState text={t('ranking.tooFew')}>
            <LinkButton to="/?state=open">{t('ranking.help')}</LinkButton>
          </EmptyState>
        )}
        {!ranking.enoughParticipants && thanksThisWeek.kudos + thanksThisWeek.solutions > 0 && (
          <Section title={t('home.thanks')}>
            <ThanksThisWeek thanks={thanksThisWeek} />
          </Section>
        )}
        {ranking.staff.length > 0 && (
          <RankingTable contributors={ranking.staff} caption={t('ranking.staff')} unplaced />
        )}
      </div>
    </Columns>
  );
}
