import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Callout, Link, Prose, TimeText, useMessages } from '@kundig/web-kit';
import { DeskItem } from '../DeskItem.js';
import { DecideObjectionForm } from './DecideObjectionForm.js';
import { ReopenObjectionForm } from './ReopenObjectionForm.js';
import styles from './objections.module.css';

const ObjectionItem_objection = graphql(`
  fragment ObjectionItem_objection on Objection {
    id
    words
    createdAt
    hiddenAt
    resolvedAt
    decision
    answer
    html
    barrier
    deciders
    reopenReason
    viewerMayReopen
    hider {
      name
    }
    resolver {
      name
    }
    post {
      id
      path
      lang
      author {
        name
        path
      }
      stub {
        note
      }
      thread {
        id
        title
        lang
        board {
          id
          name
        }
      }
    }
    comment {
      path
      articleTitle
      articleLang
      comment {
        id
        lang
        hiddenReason
        author {
          name
          path
        }
      }
    }
  }
`);

const barrierKeys = {
  HIDDEN_BY_VIEWER: 'objection.ownDecision',
  WRITTEN_BY_VIEWER: 'objection.ownObjection',
} as const;

/** What an author says against a decision, what it is about, and the decision of a second person or the way to it. */
export function ObjectionItem(props: { objection: FragmentType<typeof ObjectionItem_objection> }) {
  const t = useMessages('moderation');
  const objection = readFragment(ObjectionItem_objection, props.objection);
  const { id, post, comment, hider, barrier, deciders, resolvedAt } = objection;
  const text = post ?? comment?.comment;
  const reason = post?.stub?.note ?? comment?.comment.hiddenReason;
  const title = post?.thread.title ?? comment?.articleTitle ?? t('reports.commentGone');
  const path = post?.path ?? comment?.path;
  return (
    <DeskItem
      anchor={`objection-${id}`}
      titleId={`about-${id}`}
      lang={post?.thread.lang ?? comment?.articleLang}
      title={path ? <Link to={path}>{title}</Link> : title}
      facts={
        <>
          <p className={styles.facts}>
            {post ? post.thread.board.name : t('queue.blog')}
            {' · '}
            {text &&
              (text.author.path ? <Link to={text.author.path}>{text.author.name}</Link> : text.author.name)}
          </p>
          <p className={styles.facts}>
            {hider ? t('objection.hiddenBy', { name: hider.name }) : t('objection.hidden')}{' '}
            <TimeText at={objection.hiddenAt} />
            {reason && ` · ${t('objection.because', { reason })}`}
          </p>
        </>
      }
      decision={
        <>
          {resolvedAt === null && objection.reopenReason && (
            <p className={styles.text}>{t('objection.reopened', { reason: objection.reopenReason })}</p>
          )}
          {resolvedAt === null && deciders !== 'MODERATORS' && (
            <Callout tone="waiting">
              {t(
                deciders === 'ADMINISTRATORS' ? 'objection.administratorsDecide' : 'objection.nobodyDecides',
              )}
            </Callout>
          )}
          {resolvedAt === null && barrier && <p className={styles.text}>{t(barrierKeys[barrier])}</p>}
          {resolvedAt === null && !barrier && <DecideObjectionForm objectionId={id} />}
          {resolvedAt !== null && (
            <p className={styles.text}>
              <strong>
                {t(objection.decision === 'GRANTED' ? 'objection.granted' : 'objection.rejected')}
              </strong>{' '}
              <span className={styles.facts}>
                <TimeText at={resolvedAt} />
                {objection.resolver && ` · ${objection.resolver.name}`}
              </span>
              {`\n${objection.answer}`}
            </p>
          )}
          {objection.viewerMayReopen && <ReopenObjectionForm objectionId={id} />}
        </>
      }
    >
      {objection.html && <Prose html={objection.html} lang={text?.lang} className={styles.subject} />}
      <div className={styles.words}>
        <p>
          <strong>{t('objection.title')}</strong>{' '}
          <span className={styles.facts}>
            <TimeText at={objection.createdAt} rounded />
          </span>
        </p>
        <p className={styles.text}>{objection.words}</p>
      </div>
    </DeskItem>
  );
}
