import { graphql } from '@kundig/api-contract';
import {
  Callout,
  EmptyState,
  Facts,
  Link,
  LinkButton,
  Reading,
  Rows,
  SignInNeeded,
  TimeText,
  TitleText,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import styles from './OwnPages.module.css';

const PersonasPageQuery = graphql(`
  query PersonasPage($after: String) {
    myPersonas(first: 20, after: $after) {
      endCursor
      hasNextPage
      items {
        begunAt
        kudosCount
        author {
          id
          name
          claimedBy {
            path
          }
        }
        threads {
          id
          path
          title
          lang
        }
      }
    }
  }
`);

/** What has just been done, as the address names it. */
const DONE = { 'given-up': 'personas.givenUp', claimed: 'personas.claimed' } as const;

const isDone = (done: string | null): done is keyof typeof DONE => done !== null && Object.hasOwn(DONE, done);

const LONGEST_CURSOR = 200;

const variablesOf = (url: URL) => ({ after: url.searchParams.get('after')?.slice(0, LONGEST_CURSOR) });

export async function prefetch({ query, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(PersonasPageQuery, variablesOf(url));
  return { title: messages('pages')('personas.title'), noindex: true };
}

/** Under which names a member writes anonymously, and in which threads. */
export default function PersonasPage({ url }: PageProps) {
  const t = useMessages('pages');
  const done = url.searchParams.get('done');
  const { items, hasNextPage, endCursor } = usePageQuery(PersonasPageQuery, variablesOf(url)).myPersonas;
  return (
    <Reading gap={4} className={styles.page}>
      <h1>{t('personas.title')}</h1>
      {isDone(done) && (
        <Callout tone="done" role="status">
          {t(DONE[done])}
        </Callout>
      )}
      <p>{t('personas.text')}</p>
      {items.length === 0 && <EmptyState text={t('personas.empty')} />}
      {items.length > 0 && (
        <Rows>
          {items.map(({ author, begunAt, kudosCount, threads }) => (
            <li key={author.id}>
              <h2 className={styles.persona}>{author.name}</h2>
              <Facts>
                <span>{t('personas.begun')}</span>
                <TimeText at={begunAt} rounded />
                <span>{t('personas.thanks', { count: kudosCount })}</span>
              </Facts>
              <ul>
                {threads.map(({ id, path, title, lang }) => (
                  <li key={id} lang={lang}>
                    <Link to={path}>
                      <TitleText text={title} />
                    </Link>
                  </li>
                ))}
              </ul>
              {author.claimedBy && <p>{t('personas.isClaimed')}</p>}
              <div className={styles.actions}>
                {threads[0] && (
                  <LinkButton
                    to={`/settings/who-sees-what?thread=${threads[0].id}`}
                    size="small"
                    aria-label={t('personas.whoSeesNamed', { name: author.name })}
                  >
                    {t('personas.whoSees')}
                  </LinkButton>
                )}
                {!author.claimedBy && (
                  <>
                    <LinkButton
                      to={`/settings/personas/${author.id}/claim`}
                      size="small"
                      aria-label={t('personas.claimNamed', { name: author.name })}
                    >
                      {t('personas.claim')}
                    </LinkButton>
                    <LinkButton
                      to={`/settings/personas/${author.id}/give-up`}
                      size="small"
                      aria-label={t('personas.giveUpNamed', { name: author.name })}
                    >
                      {t('personas.giveUp')}
                    </LinkButton>
                  </>
                )}
              </div>
            </li>
          ))}
        </Rows>
      )}
      {hasNextPage && endCursor && (
        <LinkButton to={`/settings/personas?after=${encodeURIComponent(endCursor)}`}>
          {t('member.older')}
        </LinkButton>
      )}
    </Reading>
  );
}
