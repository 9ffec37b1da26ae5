import { graphql } from '@kundig/api-contract';
import { NoticeFigures, NoticeItem } from '@kundig/moderation/web';
import { useMarkDeskRead } from '@kundig/notifications/web';
import {
  PageNotFound,
  Section,
  Sheet,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DoneNotice } from '../DoneNotice.js';
import { DeskFrame } from './DeskFrame.js';
import { DeskList } from './DeskList.js';
import { asksForOpen, OpenOrDone } from './OpenOrDone.js';

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

const variablesOf = (url: URL) => ({ open: asksForOpen(url) });

/** Words of the answers to the forms here. */
const DONE = {
  removed: 'desk.noticeRemoved',
  kept: 'desk.noticeKept',
  reopened: 'desk.noticeReopened',
} as const;

export async function prefetch({ query, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { viewer: person } = await query(NoticesPageQuery, variablesOf(url));
  if (!person.mayDecideNotices) throw new PageNotFound();
  return { title: messages('pages')('desk.notices'), noindex: true };
}

export default function NoticesPage({ url }: PageProps) {
  const t = useMessages('pages');
  useMarkDeskRead('UNLAWFUL');
  const variables = variablesOf(url);
  const { contentNotices: notices, noticeFigures: figures } = usePageQuery(NoticesPageQuery, variables);
  return (
    <DeskFrame title={t('desk.notices')}>
      <DoneNotice url={url} texts={DONE} />
      <OpenOrDone path="/desk/notices" label={t('desk.reportLists')} open={variables.open} />
      <DeskList items={notices} none={variables.open ? 'desk.noNotices' : 'desk.noNoticesDone'}>
        {(notice) => <NoticeItem key={notice.id} notice={notice} />}
      </DeskList>
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
