import { graphql } from '@kundig/api-contract';
import { AppointExpertForm, ExpertItem } from '@kundig/moderation/web';
import {
  EmptyState,
  Rows,
  Section,
  Sheet,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DoneNotice } from '../DoneNotice.js';
import { DeskFrame } from './DeskFrame.js';

const ExpertsPageQuery = graphql(`
  query ExpertsPage {
    experts {
      id
      ...ExpertItem_expert
    }
    boards {
      id
      name
      readable
      children {
        id
        name
        readable
      }
    }
  }
`);

/** Words of the answers to the forms here. */
const DONE = {
  appointed: 'desk.expertAppointed',
  ended: 'desk.expertEnded',
} as const;

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(ExpertsPageQuery, {});
  return { title: messages('pages')('desk.experts'), noindex: true };
}

/** Who bears the mark of an expert, and until when. */
export default function ExpertsPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { experts, boards } = usePageQuery(ExpertsPageQuery, {});
  const readable = boards.flatMap((board) => [board, ...board.children]).filter((board) => board.readable);
  return (
    <DeskFrame title={t('desk.experts')}>
      <DoneNotice url={url} texts={DONE} />
      <Section title={t('desk.appointExpert')}>
        <Sheet>
          <AppointExpertForm boards={readable} />
        </Sheet>
      </Section>
      <Section title={t('desk.currentExperts')}>
        {experts.length > 0 ? (
          <Rows>
            {experts.map((expert) => (
              <li key={expert.id}>
                <ExpertItem expert={expert} />
              </li>
            ))}
          </Rows>
        ) : (
          <EmptyState text={t('desk.noExperts')} quiet />
        )}
      </Section>
    </DeskFrame>
  );
}
