import { graphql, readFragment, type EndedMails, type FragmentType } from '@kundig/api-contract';
import { Link, MutationForm, SubmitButton, TitleText, useMessages } from '@kundig/web-kit';

const WayOutForms_wayOut = graphql(`
  fragment WayOutForms_wayOut on WayOut {
    id
    mails
    ended
    resumable
    thread {
      id
      path
      title
      lang
    }
  }
`);

const UnsubscribeMutation = graphql(`
  mutation Unsubscribe($input: UnsubscribeInput!) {
    unsubscribe(input: $input) {
      ... on UnsubscribeSuccess {
        path
        wayOut {
          ...WayOutForms_wayOut
        }
      }
      ...Refusal_error
    }
  }
`);

const ResubscribeMutation = graphql(`
  mutation Resubscribe($input: ResubscribeInput!) {
    resubscribe(input: $input) {
      ... on ResubscribeSuccess {
        path
        wayOut {
          ...WayOutForms_wayOut
        }
      }
      ...Refusal_error
    }
  }
`);

/** What ends, as the choice of mails calls it. */
const NAMES = {
  ABOUT_THREAD: 'wayOut.aboutThread',
  SHARED_PROBLEM: 'wayOut.sharedProblem',
  DIGEST: 'wayOut.digest',
  ANSWER: 'choice.answer',
  REPLY: 'choice.reply',
  MENTION: 'choice.mention',
  SOLUTION: 'choice.solution',
  SOLVED: 'choice.solved',
  THREAD: 'choice.thread',
  KUDOS: 'choice.kudos',
  REPORT: 'choice.report',
  REPORTED: 'choice.reported',
  WAITING: 'choice.waiting',
  UNLAWFUL: 'choice.unlawful',
  REVEAL: 'choice.reveal',
} as const satisfies Record<EndedMails, string>;

/** What is told all the same, by other mails or behind the bell. */
const staysKeyOf = (mails: EndedMails) => {
  if (mails === 'ABOUT_THREAD') return 'wayOut.staysWithoutThread';
  if (mails === 'DIGEST') return 'wayOut.staysWithoutDigest';
  if (mails === 'SHARED_PROBLEM') return 'wayOut.staysWithoutMail';
  return 'wayOut.staysWithoutKind';
};

/**
 * The mails that a link in one of them ends: which they are, what stays, and the button that ends them or takes it back.
 * No sign-in, and a scanner that follows the link ends nothing.
 */
export function WayOutForms(props: { wayOut: FragmentType<typeof WayOutForms_wayOut> }) {
  const { id: token, mails, thread, ended, resumable } = readFragment(WayOutForms_wayOut, props.wayOut);
  const t = useMessages('notifications');
  const isUnseen = mails === 'ABOUT_THREAD' && !thread;
  return (
    <>
      <p>{t(ended ? 'wayOut.ended' : 'wayOut.ends')}</p>
      <p>
        <strong>{t(isUnseen ? 'wayOut.aboutUnseenThread' : NAMES[mails])}</strong>
        {thread && (
          <>
            <br />
            <Link to={thread.path} lang={thread.lang}>
              <TitleText text={thread.title} />
            </Link>
          </>
        )}
      </p>
      <p>{t(staysKeyOf(mails))}</p>
      {!ended && (
        <MutationForm
          mutation="unsubscribe"
          document={UnsubscribeMutation}
          hidden={{ token }}
          toInput={() => ({ token })}
        >
          <SubmitButton>{t('unsubscribe.send')}</SubmitButton>
        </MutationForm>
      )}
      {ended && resumable && (
        <MutationForm
          mutation="resubscribe"
          document={ResubscribeMutation}
          hidden={{ token }}
          toInput={() => ({ token })}
        >
          <SubmitButton look="outline">{t('wayOut.resume')}</SubmitButton>
        </MutationForm>
      )}
    </>
  );
}
