import { graphql } from '@kundig/api-contract';
import { FaqCandidates, FaqEntryEditor, FaqReleases } from '@kundig/faq/web';
import {
  EmptyState,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PrefetchContext,
} from '@kundig/web-kit';
import styles from './DeskPage.module.css';

const FaqDeskQuery = graphql(`
  query FaqDesk {
    faqCandidates {
      ...FaqCandidates_candidate
    }
    faqDesk {
      id
      ...FaqEntryEditor_entry
    }
    faqReleases {
      ...FaqReleases_release
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(FaqDeskQuery, {});
  return { title: messages('pages')('desk.faq'), noindex: true };
}

export default function FaqDeskPage() {
  const t = useMessages('pages');
  const { faqCandidates, faqDesk, faqReleases } = usePageQuery(FaqDeskQuery, {});
  return (
    <div className={styles.desk}>
      <h1>{t('desk.faq')}</h1>
      <Section title={t('desk.candidates')}>
        {faqCandidates.length > 0 ? (
          <FaqCandidates candidates={faqCandidates} />
        ) : (
          <EmptyState text={t('desk.noCandidates')} />
        )}
      </Section>
      <Section title={t('desk.entries')}>
        {faqDesk.length === 0 && <EmptyState text={t('desk.noEntries')} />}
        {faqDesk.map((entry) => (
          <FaqEntryEditor key={entry.id} entry={entry} />
        ))}
      </Section>
      <Section title={t('desk.releases')}>
        <FaqReleases releases={faqReleases} />
      </Section>
    </div>
  );
}
