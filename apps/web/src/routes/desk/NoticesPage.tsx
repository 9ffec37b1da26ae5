import { graphql } from '@kundig/api-contract';
import { NoticeFigures, NoticeItem } from '@kundig/moderation/web';
import {
  EmptyState,
  PageNotFound,
  Section,
  Sheet,
  SegmentedLinks,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DeskFrame } from './DeskFrame.js';

const NoticesPageQuery = graphql(`
  query NoticesPage($open: Boolean!) {
    viewer {
      mayDecideNotices
    }
    contentNotices(open: $open) {
      id
      ...NoticeItem_notice
    }
    noticeFigures {
      year
      ...NoticeFigures_year
    }
  }
`);

const variablesOf = (url: URL) => ({ open: url.searchParams.get('list') !== 'done' });

export async function prefetch({ query, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { viewer: person } = await query(NoticesPageQuery, variablesOf(url));
  if (!person.mayDecideNotices) throw new PageNotFound();
  return { title: messages('pages')('desk.notices'), noindex: true };
}

export default function NoticesPage({ url }: PageProps) {
  const t = useMessages('pages');
  const variables = variablesOf(url);
  const { contentNotices: notices, noticeFigures: figures } = usePageQuery(NoticesPageQuery, variables);
  return (
    <DeskFrame title={t('desk.notices')}>
      <SegmentedLinks
        label={t('desk.reportLists')}
        links={[
          { href: '/desk/notices', text: t('desk.reportsOpen'), current: variables.open },
          { href: '/desk/notices?list=done', text: t('desk.reportsDone'), current: !variables.open },
        ]}
      />
      {notices.length === 0 && (
        <EmptyState text={variables.open ? t('desk.noNotices') : t('desk.noNoticesDone')} />
      )}
      <div>
        {notices.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} />
        ))}
      </div>
      {figures.length > 0 && (
        <Section title={t('desk.noticeFigures')}>
          <Sheet>
            <NoticeFigures years={figures} />
          </Sheet>
        </Section>
      )}
    </DeskFrame>
  );
}
