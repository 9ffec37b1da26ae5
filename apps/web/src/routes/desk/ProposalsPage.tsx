import { graphql } from '@kundig/api-contract';
import { ProposalNote } from '@kundig/forum/web';
import { DecideProposalForm } from '@kundig/moderation/web';
import {
  EmptyState,
  Link,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DeskFrame } from './DeskFrame.js';

const ProposalsPageQuery = graphql(`
  query ProposalsPage {
    solutionProposals {
      post {
        id
        thread {
          id
          title
          path
          lang
        }
      }
      ...ProposalNote_proposal
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(ProposalsPageQuery, {});
  return { title: messages('pages')('desk.proposals'), noindex: true };
}

/** Answers that experts hold for the solution, for moderators to decide. */
export default function ProposalsPage() {
  const t = useMessages('pages');
  const { solutionProposals } = usePageQuery(ProposalsPageQuery, {});
  return (
    <DeskFrame title={t('desk.proposals')}>
      {solutionProposals.length === 0 && <EmptyState text={t('desk.noProposals')} />}
      {solutionProposals.map((proposal) => (
        <ProposalNote
          key={proposal.post.id}
          proposal={proposal}
          title={
            <h2 lang={proposal.post.thread.lang}>
              <Link to={proposal.post.thread.path}>{proposal.post.thread.title}</Link>
            </h2>
          }
          footer={<DecideProposalForm postId={proposal.post.id} />}
        />
      ))}
    </DeskFrame>
  );
}
