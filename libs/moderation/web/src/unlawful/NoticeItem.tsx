import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { TimeText, useMessages } from '@kundig/web-kit';
import { DeskItem } from '../DeskItem.js';
import { DecideNoticeForm } from './DecideNoticeForm.js';
import { ReopenNoticeForm } from './ReopenNoticeForm.js';
import { NoticedContent } from './NoticedContent.js';
import styles from './NoticeItem.module.css';

const NoticeItem_notice = graphql(`
  fragment NoticeItem_notice on ContentNotice {
    id
    matter
    explanation
    senderName
    createdAt
    dueAt
    overdue
    decidedAt
    decision
    statement
    shownAgain
    contents {
      ...NoticedContent_content
    }
  }
`);

/** A notice of unlawful content with its clock and what it points to, and the decision or the way to it. */
export function NoticeItem(props: { notice: FragmentType<typeof NoticeItem_notice> }) {
  const t = useMessages('moderation');
  const notice = readFragment(NoticeItem_notice, props.notice);
  return (
    <DeskItem
      titleId={`notice-${notice.id}`}
      title={notice.matter}
      facts={
        <p className={styles.facts}>
          {t('unlawful.number', { number: notice.id })} · <TimeText at={notice.createdAt} /> ·{' '}
          {notice.senderName ?? t('unlawful.unnamed')}
        </p>
      }
      decision={
        notice.decidedAt === null ? (
          <>
            <p className={notice.overdue ? styles.overdue : styles.due}>
              {t(notice.overdue ? 'unlawful.overdue' : 'unlawful.due')}{' '}
              <TimeText at={notice.dueAt} dateOnly />
            </p>
            <DecideNoticeForm noticeId={notice.id} />
          </>
        ) : (
          <>
            <p className={styles.text}>
              <strong>{t(notice.decision === 'REMOVE' ? 'unlawful.hidden' : 'unlawful.kept')}</strong>{' '}
              <TimeText at={notice.decidedAt} />
              {notice.shownAgain &&
                ` · ${t(notice.shownAgain === 'ALL' ? 'unlawful.shownAgain' : 'unlawful.partlyShownAgain')}`}
              {`\n${notice.statement}`}
            </p>
            <ReopenNoticeForm noticeId={notice.id} />
          </>
        )
      }
    >
      <p className={styles.explanation}>{notice.explanation}</p>
      {notice.contents.map((content, index) => (
        <NoticedContent key={index} content={content} />
      ))}
    </DeskItem>
  );
}
