import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { ThanksToggle } from './ThanksToggle.js';

const KudosButton_post = graphql(`
  fragment KudosButton_post on Post {
    id
    kudos {
      ...ThanksToggle_kudos
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

/** One thank-you for one post; pressed again it is taken back. */
export function KudosButton(props: { post: FragmentType<typeof KudosButton_post> }) {
  const { id: postId, kudos } = readFragment(KudosButton_post, props.post);
  return (
    <ThanksToggle
      kudos={kudos}
      give={{ mutation: 'giveKudos', document: GiveKudosMutation }}
      withdraw={{ mutation: 'withdrawKudos', document: WithdrawKudosMutation }}
      hidden={() => ({ postId })}
      toInput={({ clientKey }) => ({ postId, clientKey })}
    />
  );
}
