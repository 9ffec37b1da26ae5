import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, TimeText, useMessages } from '@kundig/web-kit';
import { DeskItem } from '../DeskItem.js';
import { CaseHandling } from './CaseHandling.js';
import { CaseHistory } from './CaseHistory.js';
import { CaseReports } from './CaseReports.js';
import { CaseSubject } from './CaseSubject.js';
import { DecideForm } from './DecideForm.js';
import { decisionKeys } from './decision-keys.js';
import { ReopenForm } from './ReopenForm.js';
import styles from './ReportCaseItem.module.css';

const ReportCaseItem_case = graphql(`
  fragment ReportCaseItem_case on ReportCase {
    id
    at
    decision
    isMine
    handler {
      name
    }
    reports {
      id
      ground
      resolvedAt
      ...CaseReports_report
    }
    post {
      id
      html
      thread {
        title
        path
        lang
        board {
          name
        }
      }
      ...CaseSubject_post
    }
    comment {
      articleTitle
      articleLang
      path
      comment {
        id
        html
      }
      ...CaseSubject_comment
    }
    ...CaseHistory_case
  }
`);

interface ReportCaseItemProps {
  item: FragmentType<typeof ReportCaseItem_case>;
  /** Called when something was done about it. @param decided whether it was decided, so that its place is empty */
  onDone(decided: boolean): void;
}

/** What is reported about one post or comment, with everything needed to decide it, and the decision. */
export function ReportCaseItem({ item, onDone }: ReportCaseItemProps) {
  const t = useMessages('moderation');
  const shown = readFragment(ReportCaseItem_case, item);
  const { id, post, comment, decision, handler, reports } = shown;
  const open = reports.filter(({ resolvedAt }) => resolvedAt === null);
  const isOpen = open.length > 0;
  const takenByOther = handler !== null && !shown.isMine;
  return (
    <DeskItem
      anchor={`case-${id}`}
      titleId={`about-${id}`}
      lang={post?.thread.lang ?? comment?.articleLang}
      title={
        <>
          {post && <Link to={post.thread.path}>{post.thread.title}</Link>}
          {comment && <Link to={comment.path}>{comment.articleTitle}</Link>}
          {!post && !comment && t('reports.commentGone')}
        </>
      }
      facts={
        <p className={styles.facts}>
          {post ? post.thread.board.name : t('queue.blog')}
          {' · '}
          {t('queue.count', { count: isOpen ? open.length : reports.length })}
          {' · '}
          <TimeText at={shown.at} />
          {!isOpen && handler && ` · ${handler.name}`}
        </p>
      }
      decision={
        isOpen ? (
          <>
            <CaseHandling
              reportId={id}
              handler={handler?.name ?? null}
              isMine={shown.isMine}
              onDone={() => onDone(false)}
            />
            {!takenByOther && (
              <DecideForm
                reportId={id}
                ground={open.at(-1)!.ground}
                isComment={post === null}
                mayHide={Boolean(post?.html ?? comment?.comment.html)}
                onDone={() => onDone(true)}
              />
            )}
          </>
        ) : (
          <>
            <p>{t(decisionKeys[decision ?? 'KEEP'])}</p>
            <ReopenForm reportId={id} onDone={() => onDone(true)} />
          </>
        )
      }
    >
      <CaseReports reports={isOpen ? open : reports} />
      <CaseSubject post={post} comment={comment} />
      <CaseHistory item={shown} />
    </DeskItem>
  );
}
