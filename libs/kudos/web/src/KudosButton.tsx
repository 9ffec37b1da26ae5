import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  IconThanks,
  LinkButton,
  MutationForm,
  SubmitButton,
  useMessages,
  usePageRuntime,
} from '@kundig/web-kit';

const KudosButton_post = graphql(`
  fragment KudosButton_post on Post {
    id
    kudos {
      count
      givenByViewer
      viewerMayGive
    }
  }
`);

const GiveKudosMutation = graphql(`
  mutation GiveKudos($input: PostInput!) {
    giveKudos(input: $input) {
      ... on GiveKudosSuccess {
        path
        post {
          ...KudosButton_post
        }
      }
      ...Refusal_error
    }
  }
`);

const WithdrawKudosMutation = graphql(`
  mutation WithdrawKudos($input: PostInput!) {
    withdrawKudos(input: $input) {
      ... on WithdrawKudosSuccess {
        path
        post {
          ...KudosButton_post
        }
      }
      ...Refusal_error
    }
  }
`);

/** One thank-you for one post; pressed again it is taken back. Visitors are led to the sign-in. */
export function KudosButton(props: { post: FragmentType<typeof KudosButton_post> }) {
  const t = useMessages('kudos');
  const { viewer, path } = usePageRuntime();
  const post = readFragment(KudosButton_post, props.post);
  const { count, givenByViewer, viewerMayGive } = post.kudos;
  const icon = <IconThanks size={18} aria-hidden />;
  const text = t('thanks', { count });

  if (viewer === 'visitor') {
    return (
      <LinkButton
        to={`/sign-in?next=${encodeURIComponent(path)}`}
        look="quiet"
        size="small"
        icon={icon}
        rel="nofollow"
      >
        {text}
      </LinkButton>
    );
  }
  if (!viewerMayGive && !givenByViewer) return count > 0 ? <span>{text}</span> : null;

  const form = {
    hidden: { postId: post.id },
    toInput: ({ clientKey }: { clientKey: string }) => ({ postId: post.id, clientKey }),
    then: 'stay' as const,
    inline: true,
  };
  return givenByViewer ? (
    <MutationForm key="withdraw" {...form} mutation="withdrawKudos" document={WithdrawKudosMutation}>
      <SubmitButton look="quiet" size="small" icon={icon} aria-pressed title={t('withdraw')}>
        {text}
      </SubmitButton>
    </MutationForm>
  ) : (
    <MutationForm key="give" {...form} mutation="giveKudos" document={GiveKudosMutation}>
      <SubmitButton look="quiet" size="small" icon={icon} aria-pressed={false}>
        {text}
      </SubmitButton>
    </MutationForm>
  );
}
