import { graphql } from '@kundig/api-contract';
import {
  AlsoAsked,
  DuplicateNote,
  FollowForm,
  FollowOrMuteForms,
  IndexingForm,
  OpenQuestionNote,
  ProposalNote,
  QuestionCard,
  SameProblemForm,
  SolutionBox,
  standingOf,
  ThreadLinks,
  useMarkRead,
} from '@kundig/forum/web';
import { HelpedForm, KudosButton } from '@kundig/kudos/web';
import { DecideProposalForm, LockThreadForm } from '@kundig/moderation/web';
import { UrgentContact } from '@kundig/site/web';
import {
  Breadcrumb,
  Callout,
  Columns,
  Facts,
  IconLock,
  Link,
  LinkButton,
  PageNotFound,
  type PageProps,
  Pagination,
  type PrefetchContext,
  Section,
  Sheet,
  StateMark,
  Tags,
  TimeText,
  TitleText,
  useMessages,
  usePageQuery,
  usePageRuntime,
} from '@kundig/web-kit';
import { useWriter } from '../../page/use-writer.js';
import { boardSteps, breadcrumbs, structuredData, threadThing } from '../../page/structured-data.js';
import { address, assertPageExists, numberedTitle, readPage, stateParams } from '../list-state.js';
import { DoneNotice } from '../DoneNotice.js';
import { PostActions } from './PostActions.js';
import { ReplyBar } from './ReplyBar.js';
import { ThreadPost } from './ThreadPost.js';
import { WriteReply } from './WriteReply.js';
import styles from './ThreadPage.module.css';

const ThreadPageQuery = graphql(`
  query ThreadPage($id: ID!, $page: Int!) {
    thread(id: $id) {
      id
      path
      title
      kind
      lang
      excerpt
      solved
      locked
      hidden
      replyCount
      createdAt
      createdAtRounded
      lastPostAt
      tags
      author {
        kind
      }
      lastAuthor {
        kind
      }
      board {
        id
        name
        path
        contact {
          ...UrgentContact_contact
        }
        parent {
          id
          name
          path
        }
      }
      details {
        label
        value
      }
      opening {
        id
        html
        stub {
          byAuthor
        }
        author {
          name
        }
        ...QuestionCard_post
        ...PostActions_post
      }
      solutions {
        id
        path
        html
        ...SolutionBox_post
        ...KudosButton_post
        ...HelpedForm_post
      }
      posts(page: $page) {
        page
        pageCount
        items {
          id
          kind
          position
          path
          isAsker
          html
          author {
            name
          }
          ...ThreadPost_post
        }
      }
      proposal {
        post {
          id
        }
        ...ProposalNote_proposal
      }
      duplicateOf {
        id
        path
        unindexed
        board {
          id
          visibility
        }
        ...DuplicateNote_canonical
      }
      duplicates {
        id
        ...ThreadLinks_thread
      }
      related {
        id
        ...ThreadLinks_thread
      }
      viewer {
        mayReply
        mayAccept
        mayPropose
        mayModerate
        isAuthor
        firstUnreadPosition
      }
      ...WriteReply_thread
      ...ReplyBar_thread
      unindexed
      ...FollowForm_thread
      ...IndexingForm_thread
      ...SameProblemForm_thread
    }
  }
`);

/** Place in the page of the answers. */
const POSTS = 'posts';

/** Words of the answers to what moderators do with a thread. */
const DONE = {
  relabelled: 'moderate.relabelled',
  question: 'moderate.madeQuestion',
  discussion: 'moderate.madeDiscussion',
  pinned: 'moderate.pinned',
  unpinned: 'moderate.unpinned',
  locked: 'moderate.locked',
  unlocked: 'moderate.unlocked',
  moved: 'moderate.moved',
  merged: 'moderate.merged',
  split: 'moderate.splitOff',
  duplicateMarked: 'moderate.duplicateMarked',
  duplicateUnmarked: 'moderate.duplicateUnmarked',
  slowed: 'moderate.slowed',
  unslowed: 'moderate.unslowed',
  accepted: 'moderate.accepted',
  declined: 'moderate.declined',
} as const;

const variablesOf = ({ params, url }: PageProps) => ({ id: params.id!, page: readPage(url) });

export async function prefetch(context: PrefetchContext) {
  const { absolute, messages, query, params, url, viewer } = context;
  const variables = variablesOf({ params, url });
  const { thread } = await query(ThreadPageQuery, variables);
  if (!thread) throw new PageNotFound();
  // A thread that was merged stands elsewhere, where the pages of its old address mean nothing.
  const merged = thread.id !== variables.id;
  if (!merged) assertPageExists(thread.posts);
  const redirect =
    thread.path === url.pathname
      ? undefined
      : { path: merged ? thread.path : thread.path + url.search, permanent: true };
  return {
    redirect,
    // Who deleted it is led back here; to the others it is gone.
    status: viewer === 'visitor' && isGone(thread) ? (410 as const) : undefined,
    title: numberedTitle(thread.title, variables.page, messages('pages')),
    description: variables.page === 1 ? thread.excerpt : undefined,
    canonical: canonicalOf(thread) ?? address(thread.path, stateParams('ANY', variables.page)),
    noindex: thread.hidden || thread.unindexed,
    shared: {
      kind: 'thread' as const,
      id: thread.id,
      shows: [thread.title, thread.board.name, thread.solved && thread.replyCount],
    },
    jsonLd: structuredData(
      threadThing(absolute, thread),
      breadcrumbs(context, [...boardSteps(thread.board), { path: thread.path, name: thread.title }]),
    ),
  };
}

/** Search engines are led to where a duplicate leads, if everybody may read it and it is for them. */
const canonicalOf = ({
  duplicateOf,
}: {
  duplicateOf?: { path: string; unindexed: boolean; board: { visibility: string } } | null;
}) => (duplicateOf?.board.visibility === 'PUBLIC' && !duplicateOf.unindexed ? duplicateOf.path : undefined);

/** Deleted for good, rather than hidden. */
const isGone = (thread: { hidden: boolean; opening: { stub?: { byAuthor: boolean } | null } }) =>
  thread.hidden && thread.opening.stub?.byAuthor === true;

export default function ThreadPage(props: PageProps) {
  const t = useMessages('pages');
  const { viewer: visitor } = usePageRuntime();
  const { suspension } = useWriter();
  const { page } = variablesOf(props);
  const { thread } = usePageQuery(ThreadPageQuery, variablesOf(props));
  const lastPosition = thread?.posts.items.at(-1)?.position ?? 1;
  useMarkRead(props.params.id!, visitor === 'signed-in' ? lastPosition : undefined);
  if (!thread) return null;
  const { board, duplicateOf, duplicates, opening, solutions, posts, related, viewer, tags } = thread;
  const mayReply = viewer.mayReply && !suspension;
  const question = thread.kind === 'QUESTION';
  const replies = posts.items.filter(({ kind }) => kind !== 'OPENING');
  const answersToJudge = replies.filter(({ kind, isAsker, html }) => kind === 'REPLY' && !isAsker && html);
  const quoted = [opening, ...replies].find(({ id }) => id === props.url.searchParams.get('quote'));
  // Whoever reads on has read the question, which stands on every page.
  const pageAddress = (number: number) =>
    number === 1 ? thread.path : `${address(thread.path, stateParams('ANY', number))}#${POSTS}`;
  return (
    <div data-view-thread={thread.id}>
      <Columns
        aside={
          <>
            {visitor === 'signed-in' && (
              <Sheet className={styles.beside}>
                <FollowOrMuteForms thread={thread} />
                <IndexingForm thread={thread} />
                {viewer.mayModerate && (
                  <>
                    <LockThreadForm threadId={thread.id} locked={thread.locked} />
                    <LinkButton to={`${thread.path}/moderate`} look="quiet" size="small">
                      {t('moderate.open')}
                    </LinkButton>
                  </>
                )}
              </Sheet>
            )}
            {tags.length > 0 && (
              <Section title={t('thread.tags')}>
                <Tags tags={tags} hrefOf={(tag) => `/tag/${encodeURIComponent(tag)}`} />
              </Section>
            )}
            {duplicates.length > 0 && (
              <Section title={t('thread.alsoAsked')}>
                <AlsoAsked threads={duplicates} />
              </Section>
            )}
            {related.length > 0 && (
              <Section title={t('thread.related')}>
                <ThreadLinks threads={related} />
              </Section>
            )}
          </>
        }
      >
        <div className={styles.reading}>
          <div>
            <Breadcrumb
              trail={[board.parent, board].flatMap((place) =>
                place ? [{ href: place.path, text: place.name }] : [],
              )}
            />
            <h1 lang={thread.lang} className={styles.title}>
              <TitleText text={thread.title} />
            </h1>
            <Facts className={styles.facts}>
              <StateMark standing={standingOf(thread)} />
              {thread.replyCount > 0 && <span>{t('thread.replies', { count: thread.replyCount })}</span>}
              <span>
                {t('thread.asOf')} <TimeText at={thread.lastPostAt} dateOnly />
              </span>
              {thread.locked && (
                <span className={styles.locked}>
                  <IconLock size={16} aria-hidden /> {t('thread.locked')}
                </span>
              )}
            </Facts>
          </div>
          {viewer.mayModerate && <DoneNotice url={props.url} texts={DONE} />}
          {duplicateOf && <DuplicateNote canonical={duplicateOf} />}
          <QuestionCard
            post={opening}
            details={thread.details}
            folded={(thread.solved && !viewer.isAuthor) || page > 1}
            footer={<PostActions post={opening} mayReply={mayReply} />}
          />
          {solutions.map((solution, index) => (
            <SolutionBox
              key={solution.id}
              solution={solution}
              open={index === 0}
              footer={
                <>
                  <HelpedForm post={solution} />
                  <KudosButton post={solution} />
                </>
              }
            />
          ))}
          {question && !thread.solved && !thread.hidden && (!duplicateOf || viewer.isAuthor) && (
            <Callout tone="waiting">
              <OpenQuestionNote
                judges={viewer.isAuthor && viewer.mayAccept}
                answers={answersToJudge.length}
                hasMore={posts.pageCount > 1}
                isProposed={thread.proposal !== null}
                isLocked={thread.locked}
                to={`#${POSTS}`}
              />
              <div className={styles.follow}>
                <SameProblemForm thread={thread} />
                {visitor === 'signed-in' && (
                  <div className={styles.followHere}>
                    <FollowForm thread={thread} />
                  </div>
                )}
              </div>
              <UrgentContact contact={thread.board.contact} />
            </Callout>
          )}
          {thread.proposal && (
            <ProposalNote
              proposal={thread.proposal}
              title={<h2 className={styles.subtitle}>{t('thread.proposal')}</h2>}
              footer={viewer.mayModerate && <DecideProposalForm postId={thread.proposal.post.id} />}
            />
          )}
          <section aria-label={t('thread.posts')}>
            {replies.length > 0 && (
              <h2 id={POSTS} tabIndex={-1} className={styles.subtitle}>
                {t('thread.posts')}
              </h2>
            )}
            {posts.pageCount > 1 && (
              <p className={styles.place}>
                {t('thread.page', { page: posts.page, count: posts.pageCount })}
                {posts.page < posts.pageCount && (
                  <>
                    {' · '}
                    <Link to={pageAddress(posts.pageCount)}>{t('thread.newest')}</Link>
                  </>
                )}
              </p>
            )}
            {replies.length > 0 && (
              <Sheet className={styles.posts}>
                {replies.map((post) => (
                  <ThreadPost
                    key={post.id}
                    post={post}
                    mayAccept={question && viewer.mayAccept}
                    mayPropose={viewer.mayPropose && !thread.proposal}
                    mayReply={mayReply}
                    firstUnread={post.position === viewer.firstUnreadPosition}
                  />
                ))}
              </Sheet>
            )}
            <Pagination page={posts.page} pageCount={posts.pageCount} hrefOf={pageAddress} />
          </section>
          <WriteReply thread={thread} quoted={quoted} />
        </div>
      </Columns>
      <ReplyBar thread={thread} />
    </div>
  );
}
