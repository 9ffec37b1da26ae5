import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  IconUsers,
  LinkButton,
  MutationForm,
  SubmitButton,
  useMessages,
  usePageRuntime,
} from '@kundig/web-kit';

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

/** Says that one has the asker's problem, too; pressed again it is taken back. Visitors are led to the sign-in. */
export function SameProblemForm(props: { thread: FragmentType<typeof SameProblemForm_thread> }) {
  const t = useMessages('forum');
  const { viewer: visitor, path } = usePageRuntime();
  const { id, sameProblemCount: count, viewer } = readFragment(SameProblemForm_thread, props.thread);
  const icon = <IconUsers size={18} aria-hidden />;
  const text = t('same.give', { count });

  if (visitor === 'visitor') {
    return (
      <LinkButton
        to={`/sign-in?next=${encodeURIComponent(path)}`}
        look="outline"
        size="small"
        icon={icon}
        rel="nofollow"
      >
        {text}
      </LinkButton>
    );
  }
  if (!viewer.sameProblem && !viewer.mayShareProblem)
    return count > 0 ? <span>{t('same.count', { count })}</span> : null;

  const form = {
    hidden: { threadId: id },
    toInput: () => ({ threadId: id }),
    then: 'stay' as const,
    inline: true,
  };
  return viewer.sameProblem ? (
    <MutationForm key="unshare" {...form} mutation="unshareProblem" document={UnshareProblemMutation}>
      <SubmitButton look="outline" size="small" icon={icon} aria-pressed title={t('same.withdraw')}>
        {text}
      </SubmitButton>
    </MutationForm>
  ) : (
    <MutationForm key="share" {...form} mutation="shareProblem" document={ShareProblemMutation}>
      <SubmitButton look="outline" size="small" icon={icon} aria-pressed={false}>
        {text}
      </SubmitButton>
    </MutationForm>
  );
}
