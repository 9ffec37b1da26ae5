import { graphql } from '@kundig/api-contract';
import { ObjectionItem } from '@kundig/moderation/web';
import {
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DoneNotice } from '../DoneNotice.js';
import { DeskFrame } from './DeskFrame.js';
import { DeskList } from './DeskList.js';
import { asksForOpen, OpenOrDone } from './OpenOrDone.js';

const ObjectionsPageQuery = graphql(`
  query ObjectionsPage($open: Boolean!) {
    objections(open: $open) {
      id
      ...ObjectionItem_objection
    }
  }
`);

const variablesOf = (url: URL) => ({ open: asksForOpen(url) });

/** Words of the answers to the forms here. */
const DONE = {
  granted: 'desk.objectionGranted',
  rejected: 'desk.objectionRejected',
  reopened: 'desk.objectionReopened',
} as const;

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
      <DoneNotice url={url} texts={DONE} />
      <OpenOrDone path="/desk/objections" label={t('desk.objectionLists')} open={variables.open} />
      <DeskList items={objections} none={variables.open ? 'desk.noObjections' : 'desk.noObjectionsDone'}>
        {(objection) => <ObjectionItem key={objection.id} objection={objection} />}
      </DeskList>
    </DeskFrame>
  );
}
