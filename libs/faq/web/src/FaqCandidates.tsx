import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, MutationForm, Rows, SubmitButton, TitleText, useMessages } from '@kundig/web-kit';
import styles from './FaqDesk.module.css';

const FaqCandidates_candidate = graphql(`
  fragment FaqCandidates_candidate on FaqCandidate {
    kudos
    views
    thread {
      id
      path
      title
      lang
      board {
        id
        name
      }
      solutions {
        id
        privateOpinion
      }
    }
  }
`);

const ProposeFaqEntryMutation = graphql(`
  mutation ProposeFaqEntry($input: ProposeFaqEntryInput!) {
    proposeFaqEntry(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Solved threads that many were helped by, the best first; one click makes an entry of one. */
export function FaqCandidates(props: {
  candidates: readonly FragmentType<typeof FaqCandidates_candidate>[];
}) {
  const t = useMessages('faq');
  const candidates = readFragment(FaqCandidates_candidate, props.candidates);
  return (
    <Rows ordered className={styles.rows}>
      {candidates.map(({ thread, kudos, views }) => (
        <li key={thread.id}>
          <div>
            <Link to={thread.path} lang={thread.lang}>
              <TitleText text={thread.title} />
            </Link>
            <p className={styles.facts}>
              {thread.board.name} · {t('candidate.kudos', { count: kudos })} ·{' '}
              {t('candidate.views', { count: views })}
              {thread.solutions[0]?.privateOpinion && <> · {t('candidate.privateOpinion')}</>}
            </p>
          </div>
          <MutationForm
            mutation="proposeFaqEntry"
            document={ProposeFaqEntryMutation}
            hidden={{ threadId: thread.id }}
            toInput={({ clientKey }) => ({ threadId: thread.id, clientKey })}
            inline
          >
            <SubmitButton look="outline" size="small">
              {t('candidate.take')}
            </SubmitButton>
          </MutationForm>
        </li>
      ))}
    </Rows>
  );
}
