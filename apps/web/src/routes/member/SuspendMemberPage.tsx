import { graphql } from '@kundig/api-contract';
import { SuspendMemberForm } from '@kundig/moderation/web';
import {
  PageNotFound,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { ActionFrame } from '../ActionFrame.js';

const SuspendMemberPageQuery = graphql(`
  query SuspendMemberPage($nickname: String!) {
    member(nickname: $nickname) {
      id
      nickname
      path
      viewerMaySuspend
      suspension {
        ...SuspensionNote_suspension
      }
    }
  }
`);

const variablesOf = ({ params }: Pick<PageProps, 'params'>) => ({ nickname: params.nickname! });

export async function prefetch({ query, params, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { member } = await query(SuspendMemberPageQuery, variablesOf({ params }));
  if (!member?.viewerMaySuspend) throw new PageNotFound();
  return { title: messages('pages')('suspend.title'), noindex: true };
}

/** Keeps a member from writing, or lets them again; for moderators, who have no member file to do it in. */
export default function SuspendMemberPage(props: PageProps) {
  const t = useMessages('pages');
  const { member } = usePageQuery(SuspendMemberPageQuery, variablesOf(props));
  if (!member) return null;
  const { nickname, path, suspension } = member;
  return (
    <ActionFrame
      trail={[{ href: path, text: nickname }]}
      title={t('suspend.title')}
      text={!suspension && <p>{t('suspend.text', { name: nickname })}</p>}
    >
      <SuspendMemberForm nickname={nickname} suspension={suspension} />
    </ActionFrame>
  );
}
