import type { ReactNode } from 'react';
import { graphql, type Audience } from '@kundig/api-contract';
import { SeenPost, ThreadDetails } from '@kundig/forum/web';
import { SeenLetter } from '@kundig/notifications/web';
import { ProfileHead } from '@kundig/pseudonyms/web';
import {
  Facts,
  Link,
  type PageProps,
  type PrefetchContext,
  Reading,
  Sheet,
  SignInNeeded,
  Tags,
  TitleText,
  useMessages,
  usePageQuery,
} from '@kundig/web-kit';
import { AudienceList } from './AudienceList.js';
import { AS_AUDIENCE, isAudience } from './audience-words.js';
import styles from './WhoSeesWhatPage.module.css';

const WhoSeesWhatPageQuery = graphql(`
  query WhoSeesWhatPage($audience: Audience!, $thread: ID, $after: String) {
    whoSeesWhat(audience: $audience, threadId: $thread) {
      thread {
        id
      }
      audiences {
        ...AudienceList_audience
      }
      view {
        audience
        profile {
          nickname
          kind
          pictureSeed
          picture
          about
          mark
          realName
          role
          joinedMonth
          postCount
          solutionCount
          kudosCount
          expertBoards {
            name
            path
          }
          threads {
            id
            path
            title
            lang
          }
          hasMoreThreads
        }
        thread {
          path
          title
          lang
          tags
          board {
            name
            path
          }
          details {
            label
            value
          }
          posts {
            id
            author {
              path
              claimedBy {
                path
              }
            }
            ...SeenPost_post
          }
        }
        letter {
          ...SeenLetter_letter
        }
      }
    }
    myPosts(first: 20, after: $after) {
      endCursor
      hasNextPage
      items {
        post {
          author {
            name
          }
        }
        thread {
          id
          title
          lang
        }
      }
    }
  }
`);

const LONGEST = 200;

const variablesOf = ({ searchParams }: URL) => {
  const audience = searchParams.get('as')?.toUpperCase();
  return {
    audience: isAudience(audience) ? audience : ('MEMBER' as const),
    thread: searchParams.get('thread')?.slice(0, LONGEST),
    after: searchParams.get('after')?.slice(0, LONGEST),
  };
};

/** @returns the address of a view, with a page of the list of threads to choose from */
function addressOf(audience: Audience, thread: string | undefined, after?: string | null): string {
  const state = new URLSearchParams({ as: audience.toLowerCase() });
  if (thread) state.set('thread', thread);
  if (after) state.set('after', after);
  return `/settings/who-sees-what?${state.toString()}`;
}

export async function prefetch({ query, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(WhoSeesWhatPageQuery, variablesOf(url));
  return { title: messages('pages')('whoSees.title'), noindex: true };
}

/** A member's profile, one thread and one mail as each audience sees them, told by the schema itself. */
export default function WhoSeesWhatPage({ url }: PageProps) {
  const t = useMessages('pages');
  const variables = variablesOf(url);
  const { whoSeesWhat, myPosts } = usePageQuery(WhoSeesWhatPageQuery, variables);
  const { view, thread: chosen, audiences } = whoSeesWhat;
  const { profile, thread, letter } = view;
  const connected = thread?.posts.some(({ author }) => author.path ?? author.claimedBy);
  return (
    <Reading gap={4}>
      <h1>{t('whoSees.title')}</h1>
      <p>{t('whoSees.text')}</p>
      <AudienceList
        audiences={audiences}
        shown={view.audience}
        hrefOf={(audience) => addressOf(audience, chosen?.id)}
      />
      <section className={styles.view}>
        <h2>{t(AS_AUDIENCE[view.audience])}</h2>
        <Part title={t('whoSees.profile')}>
          <ProfileHead profile={profile} level={4} />
          <ProfileThreads threads={profile.threads} hasMore={profile.hasMoreThreads} />
        </Part>
        <Part
          title={t('whoSees.thread')}
          below={
            <OtherThreads
              items={myPosts.items}
              chosen={chosen?.id}
              open={variables.after !== undefined}
              hrefOf={(thread) => addressOf(view.audience, thread)}
              older={
                myPosts.hasNextPage ? addressOf(view.audience, chosen?.id, myPosts.endCursor) : undefined
              }
            />
          }
        >
          {thread ? (
            <>
              <h4 lang={thread.lang}>
                <Link to={thread.path}>
                  <TitleText text={thread.title} />
                </Link>
              </h4>
              <Facts>
                <Link to={thread.board.path}>{thread.board.name}</Link>
                <span>{t(connected ? 'whoSees.connected' : 'whoSees.unconnected')}</span>
              </Facts>
              <ThreadDetails details={thread.details} />
              {thread.tags.length > 0 && (
                <Tags
                  tags={thread.tags}
                  label={t('thread.tags')}
                  hrefOf={(tag) => `/tag/${encodeURIComponent(tag)}`}
                />
              )}
              <div>
                {thread.posts.map((post) => (
                  <SeenPost key={post.id} post={post} />
                ))}
              </div>
            </>
          ) : (
            <p>{t(chosen ? 'whoSees.threadNotSeen' : 'whoSees.nothingWritten')}</p>
          )}
        </Part>
        {chosen && (
          <Part title={t('whoSees.mail')}>
            <p>{t(letter ? 'whoSees.mailText' : 'whoSees.noMail')}</p>
            {letter && <SeenLetter letter={letter} />}
          </Part>
        )}
      </section>
    </Reading>
  );
}

interface PartProps {
  title: string;
  children: ReactNode;
  /** What is no part of what others see. */
  below?: ReactNode;
}

function Part({ title, children, below }: PartProps) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      <Sheet className={styles.seen}>{children}</Sheet>
      {below}
    </section>
  );
}

interface ListedThread {
  id: string;
  title: string;
  lang: string;
}

/** What the profile names, which holds nothing that was written anonymously. */
function ProfileThreads({
  threads,
  hasMore,
}: {
  threads: readonly (ListedThread & { path: string })[];
  hasMore: boolean;
}) {
  const t = useMessages('pages');
  if (threads.length === 0) return <p>{t('whoSees.noProfileThreads')}</p>;
  return (
    <div>
      <p>{t('whoSees.profileThreads')}</p>
      <ul className={styles.threads}>
        {threads.map(({ id, path, title, lang }) => (
          <li key={id} lang={lang}>
            <Link to={path}>
              <TitleText text={title} />
            </Link>
          </li>
        ))}
        {hasMore && <li>{t('whoSees.moreThreads')}</li>}
      </ul>
    </div>
  );
}

interface OtherThreadsProps {
  /** Posts of one's own, of which several may stand in one thread. */
  items: readonly { post: { author: { name: string } }; thread: ListedThread }[];
  chosen: string | undefined;
  open: boolean;
  hrefOf(thread: string): string;
  /** Address of the next page of the list. */
  older: string | undefined;
}

/** The way to another thread in which one has written, under whichever name. */
function OtherThreads({ items, chosen, open, hrefOf, older }: OtherThreadsProps) {
  const t = useMessages('pages');
  const others = [...new Map(items.map((item) => [item.thread.id, item])).values()].filter(
    ({ thread }) => thread.id !== chosen,
  );
  if (others.length === 0 && !older) return null;
  return (
    <details open={open}>
      <summary>{t('whoSees.choose')}</summary>
      <ul className={styles.threads}>
        {others.map(({ post, thread }) => (
          <li key={thread.id}>
            <Link to={hrefOf(thread.id)} lang={thread.lang}>
              <TitleText text={thread.title} />
            </Link>{' '}
            {t('mine.anonymous', { name: post.author.name })}
          </li>
        ))}
      </ul>
      {older && <Link to={older}>{t('member.older')}</Link>}
    </details>
  );
}
