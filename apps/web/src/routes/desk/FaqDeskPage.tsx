import { graphql } from '@kundig/api-contract';
import { FaqCandidates, FaqEntryEditor, FaqReleases } from '@kundig/faq/web';
import {
  EmptyState,
  Pagination,
  Section,
  Sheet,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DoneNotice } from '../DoneNotice.js';
import { address, assertPageExists, readPage, stateParams } from '../list-state.js';
import { DeskFrame } from './DeskFrame.js';

const FaqDeskQuery = graphql(`
  query FaqDesk($page: Int!) {
    faqDesk {
      id
      status
      review
      ...FaqEntryEditor_entry
    }
    faqCandidates(page: $page) {
      page
      pageCount
      items {
        ...FaqCandidates_candidate
      }
    }
    faqReleases {
      ...FaqReleases_release
    }
  }
`);

/** Words of the answers to the forms here. */
const DONE = {
  proposed: 'desk.faqProposed',
  saved: 'desk.faqSaved',
  released: 'desk.faqReleased',
  withdrawn: 'desk.faqWithdrawn',
  exported: 'desk.faqExported',
} as const;

/** Place of the suggestions in the page, where their numbered pages lead. */
const CANDIDATES = 'candidates';

export async function prefetch({ query, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { faqCandidates } = await query(FaqDeskQuery, { page: readPage(url) });
  assertPageExists(faqCandidates);
  return { title: messages('pages')('desk.faq'), noindex: true };
}

/** What editors have to do comes first, what is done comes last. */
export default function FaqDeskPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { faqCandidates, faqDesk, faqReleases } = usePageQuery(FaqDeskQuery, { page: readPage(url) });
  const isDone = ({ status, review }: (typeof faqDesk)[number]) =>
    review === null && (status === 'RELEASED' || status === 'WITHDRAWN');
  const inWork = faqDesk.filter((entry) => !isDone(entry));
  const done = faqDesk.filter(isDone);
  return (
    <DeskFrame title={t('desk.faq')}>
      <DoneNotice url={url} texts={DONE} />
      <Section title={t('desk.inWork')}>
        {inWork.length === 0 && <EmptyState text={t('desk.noneInWork')} quiet />}
        {inWork.length > 0 && (
          <Sheet>
            {inWork.map((entry, index) => (
              <FaqEntryEditor key={entry.id} entry={entry} open={index === 0} />
            ))}
          </Sheet>
        )}
      </Section>
      <Section title={t('desk.candidates')} id={CANDIDATES}>
        {faqCandidates.items.length > 0 ? (
          <FaqCandidates candidates={faqCandidates.items} />
        ) : (
          <EmptyState text={t('desk.noCandidates')} quiet />
        )}
        <Pagination
          page={faqCandidates.page}
          pageCount={faqCandidates.pageCount}
          hrefOf={(page) => `${address('/desk/faq', stateParams('ANY', page))}#${CANDIDATES}`}
        />
      </Section>
      <Section title={t('desk.releases')}>
        <FaqReleases releases={faqReleases} />
      </Section>
      {done.length > 0 && (
        <Section title={t('desk.done')}>
          <Sheet>
            {done.map((entry) => (
              <FaqEntryEditor key={entry.id} entry={entry} />
            ))}
          </Sheet>
        </Section>
      )}
    </DeskFrame>
  );
}
