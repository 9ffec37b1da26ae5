import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Facts, Link, OfficialMark, Prose, Rows, StateMark, TimeText, useMessages } from '@kundig/web-kit';
import { MarkedTitle } from './MarkedTitle.js';
import styles from './SearchHits.module.css';

const SearchHits_hit = graphql(`
  fragment SearchHits_hit on SearchHit {
    titleHtml
    excerptHtml
    thread {
      id
      path
      kind
      lang
      solved
      solutionOfficial
      replyCount
      duplicateOf {
        id
        path
        title
        lang
      }
      lastPostAt
      lastAuthor {
        kind
      }
      board {
        id
        name
        path
      }
    }
    post {
      id
      path
      privateOpinion
      official
    }
  }
`);

/** What was found, with the words looked for marked in title and text. */
export function SearchHits(props: { hits: readonly FragmentType<typeof SearchHits_hit>[] }) {
  const t = useMessages('search');
  const hits = readFragment(SearchHits_hit, props.hits);
  return (
    <Rows ordered>
      {hits.map(({ thread, post, titleHtml, excerptHtml }) => (
        <li key={`${thread.id} ${post?.id}`}>
          <h2 className={styles.title} lang={thread.lang}>
            <Link to={post?.path ?? thread.path}>
              <MarkedTitle html={titleHtml} />
            </Link>
          </h2>
          <Prose html={excerptHtml} lang={thread.lang} className={styles.excerpt} />
          <Facts>
            <StateMark
              standing={
                thread.kind === 'DISCUSSION'
                  ? 'discussion'
                  : thread.solved
                    ? 'solved'
                    : thread.replyCount > 0
                      ? 'open'
                      : 'unanswered'
              }
            />
            {(post?.official || thread.solutionOfficial) && <OfficialMark />}
            {thread.duplicateOf && (
              <span>
                {t('hit.duplicateOf')}{' '}
                <Link to={thread.duplicateOf.path} lang={thread.duplicateOf.lang}>
                  {thread.duplicateOf.title}
                </Link>
              </span>
            )}
            {thread.replyCount > 0 && <span>{t('hit.replies', { count: thread.replyCount })}</span>}
            {post?.privateOpinion && <span>{t('hit.privateOpinion')}</span>}
            <Link to={thread.board.path}>{thread.board.name}</Link>
            <TimeText at={thread.lastPostAt} rounded={thread.lastAuthor.kind === 'PERSONA'} />
          </Facts>
        </li>
      ))}
    </Rows>
  );
}
