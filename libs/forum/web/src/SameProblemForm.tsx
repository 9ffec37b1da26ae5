import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { IconUsers, ToggleForm, useMessages } from '@kundig/web-kit';

const SameProblemForm_thread = graphql(`
  fragment SameProblemForm_thread on Thread {
    id
    sameProblemCount
    viewer {
      sameProblem
      mayShareProblem
      following
    }
  }
`);

const ShareProblemMutation = graphql(`
  mutation ShareProblem($input: ThreadInput!) {
    shareProblem(input: $input) {
      ... on ShareProblemSuccess {
        path
        thread {
          ...SameProblemForm_thread
        }
      }
      ...Refusal_error
    }
  }
`);

const UnshareProblemMutation = graphql(`
  mutation UnshareProblem($input: ThreadInput!) {
    unshareProblem(input: $input) {
      ... on UnshareProblemSuccess {
        path
        thread {
          ...SameProblemForm_thread
        }
      }
      ...Refusal_error
    }
  }
`);

/** Says that one has the asker's problem, too; pressed again it is taken back. Visitors say so by mail, on a page of its own. */
export function SameProblemForm(props: { thread: FragmentType<typeof SameProblemForm_thread> }) {
  const t = useMessages('forum');
  const {
    id: threadId,
    sameProblemCount: count,
    viewer,
  } = readFragment(SameProblemForm_thread, props.thread);
  const shown = count > 0 ? <span>{t('same.count', { count })}</span> : null;
  return (
    <ToggleForm
      pressed={viewer.sameProblem}
      on={{ mutation: 'shareProblem', document: ShareProblemMutation }}
      off={{ mutation: 'unshareProblem', document: UnshareProblemMutation }}
      hidden={{ threadId }}
      toInput={() => ({ threadId })}
      locked={viewer.sameProblem || viewer.mayShareProblem ? undefined : shown}
      visitorsGo={`/same-problem/${threadId}`}
      look="outline"
      icon={<IconUsers size={18} aria-hidden />}
      title={viewer.sameProblem ? t('same.withdraw') : undefined}
    >
      {t('same.give', { count })}
    </ToggleForm>
  );
}
