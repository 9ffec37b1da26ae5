import { graphql } from '@kundig/api-contract';
import { MarkRequests } from '@kundig/pseudonyms/web';
import {
  EmptyState,
  Sheet,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DoneNotice } from '../DoneNotice.js';
import { DeskFrame } from './DeskFrame.js';

const MarksPageQuery = graphql(`
  query MarksPage {
    markRequests {
      ...MarkRequests_request
    }
  }
`);

/** Words of the answers to the forms here. */
const DONE = {
  confirmed: 'marks.confirmed',
  declined: 'marks.declined',
} as const;

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(MarksPageQuery, {});
  return { title: messages('pages')('marks.title'), noindex: true };
}

export default function MarksPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { markRequests } = usePageQuery(MarksPageQuery, {});
  return (
    <DeskFrame title={t('marks.title')}>
      <DoneNotice url={url} texts={DONE} />
      <p>{t('marks.text')}</p>
      {markRequests.length > 0 ? (
        <Sheet>
          <MarkRequests requests={markRequests} />
        </Sheet>
      ) : (
        <EmptyState text={t('marks.empty')} />
      )}
    </DeskFrame>
  );
}
