import { graphql } from '@kundig/api-contract';
import { FindThreadForm, MergeThreadForm } from '@kundig/moderation/web';
import {
  Breadcrumb,
  EmptyState,
  Link,
  Narrow,
  PageNotFound,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import styles from './MergeThreadPage.module.css';

const MergeThreadPageQuery = graphql(`
  query MergeThreadPage($id: ID!, $into: ID!, $chosen: Boolean!, $words: String!, $searched: Boolean!) {
    thread(id: $id) {
      id
      path
      title
      viewer {
        mayModerate
      }
      ...MergeThreadForm_thread
    }
    into: thread(id: $into) @include(if: $chosen) {
      id
      viewer {
        mayModerate
      }
      ...MergeThreadForm_into
    }
    search(query: $words, page: 1) @include(if: $searched) {
      hits {
        thread {
          id
          path
          title
          lang
          board {
            id
            name
          }
        }
      }
    }
  }
`);

const LONGEST = 200;
const ADDRESS = /(?:^|\/)t\/[^/\s]+\/([\w-]{1,64})/;

/** An address, whole or in part, names the thread; anything else is looked for. */
function variablesOf({ params, url }: PageProps) {
  const words = (url.searchParams.get('into') ?? '').trim().slice(0, LONGEST);
  const into = ADDRESS.exec(words)?.[1];
  return {
    id: params.id!,
    ...{ into: into ?? '', chosen: into !== undefined },
    ...{ words, searched: words !== '' && into === undefined },
  };
}

export async function prefetch({ query, params, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { thread } = await query(MergeThreadPageQuery, variablesOf({ params, url }));
  if (!thread?.viewer.mayModerate) throw new PageNotFound();
  return { title: messages('pages')('merge.title'), noindex: true };
}

/** Lets a moderator find the thread into which another one goes, and shows what becomes of both. */
export default function MergeThreadPage(props: PageProps) {
  const t = useMessages('pages');
  const variables = variablesOf(props);
  const { thread, into, search } = usePageQuery(MergeThreadPageQuery, variables);
  if (!thread) return null;
  const hits = search?.hits.map((hit) => hit.thread).filter(({ id }) => id !== thread.id) ?? [];
  const isTarget = into && into.id !== thread.id && into.viewer.mayModerate;
  return (
    <Narrow>
      <Breadcrumb
        trail={[
          { href: thread.path, text: thread.title },
          { href: `${thread.path}/moderate`, text: t('moderate.title') },
        ]}
      />
      <h1>{t('merge.title')}</h1>
      <FindThreadForm key={variables.words} path={thread.path} words={variables.words} />
      {variables.chosen && (
        <Section title={t('merge.preview')}>
          {isTarget ? (
            <MergeThreadForm thread={thread} into={into} />
          ) : (
            <EmptyState text={t('merge.noTarget')} />
          )}
        </Section>
      )}
      {variables.searched && (
        <Section title={t('merge.found')}>
          {hits.length === 0 ? (
            <EmptyState text={t('merge.nothing', { query: variables.words })} />
          ) : (
            <ul className={styles.hits}>
              {hits.map(({ id, path, title, lang, board }) => (
                <li key={id}>
                  <Link to={`${thread.path}/merge?into=${encodeURIComponent(path)}`} lang={lang}>
                    {title}
                  </Link>
                  <p>{board.name}</p>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
    </Narrow>
  );
}
