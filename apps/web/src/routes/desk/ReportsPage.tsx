import { graphql } from '@kundig/api-contract';
import { ReopenForm, ReportCaseItem } from '@kundig/moderation/web';
import { useMarkDeskRead } from '@kundig/notifications/web';
import {
  LinkButton,
  Notice,
  SegmentedLinks,
  SignInNeeded,
  useMessages,
  usePageNavigator,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DeskFrame } from './DeskFrame.js';
import { DeskList } from './DeskList.js';
import styles from './DeskPage.module.css';

const ReportsPageQuery = graphql(`
  query ReportsPage($list: ReportCaseList!, $boardId: ID, $after: ID) {
    viewer {
      openObjections
    }
    reportCases(list: $list, boardId: $boardId, after: $after) {
      id
      ...ReportCaseItem_case
    }
    reportedBoards {
      id
      name
    }
  }
`);

const PAGE_SIZE = 20;
const LONGEST = 64;
const LISTS = [
  { list: 'OPEN', name: 'open', text: 'desk.reportsOpen', none: 'desk.noReportsOpen' },
  { list: 'MINE', name: 'mine', text: 'desk.reportsMine', none: 'desk.noReportsMine' },
  { list: 'DONE', name: 'done', text: 'desk.reportsDone', none: 'desk.noReportsDone' },
] as const;
type List = (typeof LISTS)[number];

const paramOf = (url: URL, name: string) => url.searchParams.get(name)?.slice(0, LONGEST) || undefined;

const listOf = (url: URL): List => LISTS.find(({ name }) => name === paramOf(url, 'list')) ?? LISTS[0];

const variablesOf = (url: URL) => ({
  list: listOf(url).list,
  boardId: paramOf(url, 'board'),
  after: paramOf(url, 'after'),
});

/** Address of a part of the queue; what is not named keeps its usual value. */
function addressOf(list: List, more: Record<string, string | undefined>): string {
  const all: Record<string, string | undefined> = {
    list: list === LISTS[0] ? undefined : list.name,
    ...more,
  };
  const query = new URLSearchParams(
    Object.entries(all).filter((one): one is [string, string] => one[1] !== undefined),
  );
  return `/desk/reports${query.size > 0 ? `?${query}` : ''}`;
}

export async function prefetch({ query, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(ReportsPageQuery, variablesOf(url));
  return { title: messages('pages')('desk.reports'), noindex: true };
}

export default function ReportsPage({ url }: PageProps) {
  const t = useMessages('pages');
  useMarkDeskRead('REPORTED');
  const navigate = usePageNavigator();
  const variables = variablesOf(url);
  const list = listOf(url);
  const { boardId } = variables;
  const { viewer, reportCases: cases, reportedBoards: boards } = usePageQuery(ReportsPageQuery, variables);
  const decided = paramOf(url, 'decided');
  const last = cases.at(-1);

  /** Asks the queue anew and leads to a case, which gets the focus. */
  const goTo = (caseId: string | undefined, nowDecided?: string) =>
    navigate?.(addressOf(list, { board: boardId, decided: nowDecided }) + (caseId ? `#case-${caseId}` : ''), {
      refresh: true,
    });
  const goOn = (index: number, isDecided: boolean) => {
    const id = cases[index]?.id;
    if (!isDecided) return goTo(id);
    const following = cases[index + 1] ?? cases[index - 1];
    return goTo(following?.id, list.list === 'DONE' ? undefined : id);
  };

  return (
    <DeskFrame title={t('desk.reports')}>
      <SegmentedLinks
        label={t('desk.reportLists')}
        links={LISTS.map((one) => ({
          href: addressOf(one, { board: boardId }),
          text: t(one.text),
          current: one === list,
        }))}
      />
      {(boards.length > 1 || boardId) && (
        <SegmentedLinks
          label={t('desk.reportBoards')}
          links={[
            { href: addressOf(list, {}), text: t('desk.allBoards'), current: !boardId },
            ...boards.map(({ id, name }) => ({
              href: addressOf(list, { board: id }),
              text: name,
              current: id === boardId,
            })),
          ]}
        />
      )}
      {viewer.openObjections > 0 && (
        <p className={styles.others}>
          <LinkButton to="/desk/objections">
            {t('desk.objectionsCount', { count: viewer.openObjections })}
          </LinkButton>
        </p>
      )}
      {decided && (
        <div className={styles.decided}>
          <Notice>{t('desk.decided')}</Notice>
          <ReopenForm reportId={decided} onDone={() => goTo(decided)} />
        </div>
      )}
      <DeskList items={cases} none={list.none}>
        {(one, index) => (
          <ReportCaseItem key={one.id} item={one} onDone={(isDecided) => goOn(index, isDecided)} />
        )}
      </DeskList>
      {cases.length === PAGE_SIZE && last && (
        <p>
          <LinkButton to={addressOf(list, { board: boardId, after: last.id })}>{t('list.older')}</LinkButton>
        </p>
      )}
    </DeskFrame>
  );
}
