import { graphql } from '@kundig/api-contract';
import { ObjectionItem } from '@kundig/moderation/web';
import {
  EmptyState,
  SegmentedLinks,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DeskFrame } from './DeskFrame.js';

const ObjectionsPageQuery = graphql(`
  query ObjectionsPage($open: Boolean!) {
    objections(open: $open) {
      id
      ...ObjectionItem_objection
    }
  }
`);

const variablesOf = (url: URL) => ({ open: url.searchParams.get('list') !== 'done' });

export async function prefetch({ query, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(ObjectionsPageQuery, variablesOf(url));
  return { title: messages('pages')('desk.objections'), noindex: true };
}

/** What authors say against decisions of moderators, for a second person to decide. */
export default function ObjectionsPage({ url }: PageProps) {
  const t = useMessages('pages');
  const variables = variablesOf(url);
  const { objections } = usePageQuery(ObjectionsPageQuery, variables);
  return (
    <DeskFrame title={t('desk.objections')}>
      <SegmentedLinks
        label={t('desk.objectionLists')}
        links={[
          { href: '/desk/objections', text: t('desk.reportsOpen'), current: variables.open },
          { href: '/desk/objections?list=done', text: t('desk.reportsDone'), current: !variables.open },
        ]}
      />
      {objections.length === 0 && (
        <EmptyState text={t(variables.open ? 'desk.noObjections' : 'desk.noObjectionsDone')} />
      )}
      <div>
        {objections.map((objection) => (
          <ObjectionItem key={objection.id} objection={objection} />
        ))}
      </div>
    </DeskFrame>
  );
}
