import { graphql } from '@kundig/api-contract';
import { FindThreadForm, MarkDuplicateForm } from '@kundig/moderation/web';
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

const DuplicatePageQuery = graphql(`
  query DuplicatePage($id: ID!, $into: ID!, $chosen: Boolean!, $words: String!, $searched: Boolean!) {
    thread(id: $id) {
      id
      path
      title
      viewer {
        mayModerate
      }
    }
    into: thread(id: $into) @include(if: $chosen) {
      id
      hidden
      viewer {
        mayModerate
      }
      ...MarkDuplicateForm_canonical
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
  const { thread } = await query(DuplicatePageQuery, chosenThread({ params, url }, 'of'));
  if (!thread?.viewer.mayModerate) throw new PageNotFound();
  return { title: messages('pages')('duplicate.title'), noindex: true };
}

/** Lets a moderator find the thread that asked the same before, and shows what follows. */
export default function DuplicatePage(props: PageProps) {
  const t = useMessages('pages');
  const variables = chosenThread(props, 'of');
  const { thread, into, search } = usePageQuery(DuplicatePageQuery, variables);
  if (!thread) return null;
  const page = `${thread.path}/duplicate`;
  const isTarget = into && into.id !== thread.id && into.viewer.mayModerate && !into.hidden;
  return (
    <Narrow>
      <Breadcrumb
        trail={[
          { href: thread.path, text: thread.title },
          { href: `${thread.path}/moderate`, text: t('moderate.title') },
        ]}
      />
      <h1>{t('duplicate.title')}</h1>
      <FindThreadForm key={variables.words} aim="duplicate" page={page} words={variables.words} />
      {variables.chosen && (
        <Section title={t('merge.preview')}>
          {isTarget ? (
            <MarkDuplicateForm threadId={thread.id} canonical={into} />
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
            hrefOf={(path) => choiceOf(page, 'of', path)}
          />
        </Section>
      )}
    </Narrow>
  );
}
