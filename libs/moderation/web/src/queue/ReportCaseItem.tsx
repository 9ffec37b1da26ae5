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
    }
    comment {
      articleTitle
      articleLang
      path
      comment {
        id
        html
      }
    }
    ...CaseSubject_case
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
  const takenByOther = isOpen && handler !== null && !shown.isMine;
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
          {isOpen ? t('queue.count', { count: open.length }) : t(decisionKeys[decision ?? 'KEEP'])}
          {' · '}
          <TimeText at={shown.at} />
          {!isOpen && handler && ` · ${handler.name}`}
        </p>
      }
    >
      {isOpen && (
        <CaseHandling
          reportId={id}
          handler={handler?.name ?? null}
          isMine={shown.isMine}
          onDone={() => onDone(false)}
        />
      )}
      <CaseReports reports={isOpen ? open : reports} />
      <CaseSubject item={shown} />
      <CaseHistory item={shown} />
      {!isOpen && <ReopenForm reportId={id} onDone={() => onDone(true)} />}
      {isOpen && !takenByOther && (
        <DecideForm
          reportId={id}
          ground={open.at(-1)!.ground}
          isComment={post === null}
          mayHide={Boolean(post?.html ?? comment?.comment.html)}
          onDone={() => onDone(true)}
        />
      )}
    </DeskItem>
  );
}
