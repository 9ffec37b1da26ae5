import { graphql, readFragment, type FragmentType, type NoticeOccasion } from '@kundig/api-contract';
import { Link, MutationForm, Rows, SubmitButton, TimeText, useMessages } from '@kundig/web-kit';
import styles from './NoticeList.module.css';

const NoticeList_notice = graphql(`
  fragment NoticeList_notice on Notice {
    id
    occasion
    count
    unread
    at
    path
    groupBoard
    comment {
      articleTitle
      articleLang
    }
    thread {
      id
      title
      lang
      board {
        name
      }
    }
  }
`);

const MarkNoticesReadMutation = graphql(`
  mutation MarkNoticesRead($input: MarkNoticesReadInput!) {
    markNoticesRead(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const newKeys = {
  REPLY: 'notice.reply.new',
  MENTION: 'notice.mention.new',
  THREAD: 'notice.thread',
  SOLUTION: 'notice.solution',
  SOLVED: 'notice.solved',
  DUPLICATE: 'notice.duplicate',
  KUDOS: 'notice.kudos',
  UNSOLVED: 'notice.unsolved',
  SETTLED: 'notice.settled',
  HIDDEN: 'notice.hidden',
  ACCESS_ACCEPTED: 'notice.accessAccepted',
  ACCESS_DECLINED: 'notice.accessDeclined',
  REPORT: 'notice.report',
  OBJECTION: 'notice.objection',
  SHOWN: 'notice.shown',
  REVEALED: 'notice.revealed',
  COMMENT_SHOWN: 'notice.commentShown',
  COMMENT_HIDDEN: 'notice.commentHidden',
  COMMENT_REPORT: 'notice.commentReport',
  COMMENT_OBJECTION: 'notice.commentObjection',
  REPORTED: 'notice.reported',
  WAITING: 'notice.waiting',
  UNLAWFUL: 'notice.unlawful',
  REVEAL: 'notice.reveal',
} as const satisfies Record<NoticeOccasion, string>;

const oldKeys = { ...newKeys, REPLY: 'notice.reply.old', MENTION: 'notice.mention.old' } as const;

/** What leads to the work of moderators and custodians, which is about no single thread. */
const deskKeys: Partial<
  Record<NoticeOccasion, `notice.${'reported' | 'waiting' | 'unlawful' | 'reveal'}Link`>
> = {
  REPORTED: 'notice.reportedLink',
  WAITING: 'notice.waitingLink',
  UNLAWFUL: 'notice.unlawfulLink',
  REVEAL: 'notice.revealLink',
};

/** What the viewer was told, thread by thread; what is new stands out by a word, a mark and weight. */
export function NoticeList(props: { notices: readonly FragmentType<typeof NoticeList_notice>[] }) {
  const t = useMessages('notifications');
  return (
    <Rows>
      {readFragment(NoticeList_notice, props.notices).map((notice) => {
        const desk = deskKeys[notice.occasion];
        return (
          <li key={notice.id} className={notice.unread ? styles.unread : undefined}>
            <p className={styles.what}>
              {notice.unread && <span className={styles.mark}>{t('notice.unread')}</span>}
              {t((notice.unread ? newKeys : oldKeys)[notice.occasion], {
                count: notice.count,
                board: notice.thread?.board.name ?? notice.groupBoard ?? '',
              })}
            </p>
            <h2 className={styles.title}>
              <Link to={notice.path} lang={notice.thread?.lang ?? notice.comment?.articleLang}>
                {desk ? t(desk) : (notice.thread?.title ?? notice.comment?.articleTitle ?? notice.groupBoard)}
              </Link>
            </h2>
            <div className={styles.facts}>
              <TimeText at={notice.at} rounded />
              {notice.unread && notice.thread && (
                <MarkReadForm threadId={notice.thread.id} title={notice.thread.title} />
              )}
            </div>
          </li>
        );
      })}
    </Rows>
  );
}

function MarkReadForm({ threadId, title }: { threadId: string; title: string }) {
  const t = useMessages('notifications');
  return (
    <MutationForm
      mutation="markNoticesRead"
      document={MarkNoticesReadMutation}
      hidden={{ threadId }}
      toInput={({ clientKey }) => ({ threadId, clientKey })}
      then="reload" // the bell counts anew
      inline
    >
      <SubmitButton look="quiet" size="small" aria-label={t('notice.markOne', { title })}>
        {t('notice.mark')}
      </SubmitButton>
    </MutationForm>
  );
}

/** Says that everything was seen. */
export function MarkAllReadForm() {
  const t = useMessages('notifications');
  return (
    <MutationForm
      mutation="markNoticesRead"
      document={MarkNoticesReadMutation}
      toInput={({ clientKey }) => ({ clientKey })}
      then="reload"
      inline
    >
      <SubmitButton look="outline" size="small">
        {t('notice.markAll')}
      </SubmitButton>
    </MutationForm>
  );
}
