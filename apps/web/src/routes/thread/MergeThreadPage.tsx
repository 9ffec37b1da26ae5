import { graphql } from '@kundig/api-contract';
import { FindThreadForm, MergeThreadForm } from '@kundig/moderation/web';
import {
  Breadcrumb,
  EmptyState,
  Narrow,
  PageNotFound,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { choiceOf, chosenThread } from './chosen-thread.js';
import { FoundThreads } from './FoundThreads.js';

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
        ...FoundThreads_hit
      }
    }
  }
`);

export async function prefetch({ query, params, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { thread } = await query(MergeThreadPageQuery, chosenThread({ params, url }, 'into'));
  if (!thread?.viewer.mayModerate) throw new PageNotFound();
  return { title: messages('pages')('merge.title'), noindex: true };
}

/** Lets a moderator find the thread into which another one goes, and shows what becomes of both. */
export default function MergeThreadPage(props: PageProps) {
  const t = useMessages('pages');
  const variables = chosenThread(props, 'into');
  const { thread, into, search } = usePageQuery(MergeThreadPageQuery, variables);
  if (!thread) return null;
  const page = `${thread.path}/merge`;
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
      <FindThreadForm key={variables.words} aim="merge" page={page} words={variables.words} />
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
          <FoundThreads
            hits={search?.hits ?? []}
            words={variables.words}
            threadId={thread.id}
            hrefOf={(path) => choiceOf(page, 'into', path)}
          />
        </Section>
      )}
    </Narrow>
  );
}
